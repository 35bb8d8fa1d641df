package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.destination.Destinations;
import dev.countersign.gateway.action.Product;
import dev.countersign.verification.Verifications;
import java.util.List;

/// The contents of the product. A tenant must have subscribed to it; policies call it `dypns`.
public final class Dypnsapi {
    /// Calls a second and account: the only number that any page of the vendor has.
    static final int PER_SECOND = 500;

    private Dypnsapi() {}

    /// The product, wired.
    ///
    /// @param verifications makes and checks codes
    /// @param destinations normalises numbers
    /// @param options what the installation decides
    public static Product product(Verifications verifications, Destinations destinations, DypnsOptions options) {
        return new Product(
                "alibaba",
                "dypnsapi",
                "2017-05-25",
                true,
                List.of(
                        new SendSmsVerifyCode(verifications, destinations, options),
                        new CheckSmsVerifyCode(verifications, destinations, options)),
                "dypns");
    }
}
