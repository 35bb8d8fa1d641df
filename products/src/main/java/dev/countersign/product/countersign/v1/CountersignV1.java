package dev.countersign.product.countersign.v1;

import dev.countersign.destination.Channel;
import dev.countersign.destination.NumberingPlan;
import dev.countersign.destination.PhoneValidation;
import dev.countersign.gateway.action.Product;
import dev.countersign.tenant.TenantStore;
import dev.countersign.verification.Verifications;
import java.util.List;
import java.util.Set;

/// The contents of our own API.
public final class CountersignV1 {
    /// What a bearer key must be allowed to.
    static final String SCOPE = "verifications";

    private CountersignV1() {}

    /// The product with its actions.
    ///
    /// @param verifications issues and checks
    /// @param tenants finds the principal that a verification is for
    /// @param plan reads numbers
    /// @param validation how strictly numbers are looked at
    /// @param served the channels that a carrier serves
    public static Product product(
            Verifications verifications,
            TenantStore tenants,
            NumberingPlan plan,
            PhoneValidation validation,
            Set<Channel> served) {
        return new Product(
                "rest",
                "countersign",
                "v1",
                false,
                List.of(
                        new StartVerification(
                                verifications, new Recipients(plan, validation, tenants), Set.copyOf(served)),
                        new CheckVerification(verifications),
                        new GetVerification(verifications)));
    }
}
