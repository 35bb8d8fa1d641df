package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.destination.Destinations;
import dev.countersign.gateway.action.Product;
import dev.countersign.migration.Numbers;
import dev.countersign.migration.Spaces;
import java.util.List;

/// The contents of the product.
public final class Cams {
    /// Calls a second and account of each action, as its page says.
    static final int PER_SECOND = 10;

    /// `Code` of every success.
    static final String OK = "OK";

    /// What pages write for nothing: in `AccessDeniedDetail`, which is a text in a success, and often in `Message`.
    static final String NONE = "None";

    /// What other pages write in `Message`.
    static final String SUCCESS = "SUCCESS";

    private Cams() {}

    /// The product, wired.
    ///
    /// @param spaces knows spaces and their business accounts
    /// @param numbers moves numbers
    /// @param destinations reads written numbers
    public static Product product(Spaces spaces, Numbers numbers, Destinations destinations) {
        Written written = new Written(destinations);
        return new Product(
                "alibaba",
                "cams",
                "2020-06-06",
                true,
                List.of(
                        new CreateChatappMigrationInitiate(numbers, written),
                        new GetMigrationVerifyCode(numbers, written),
                        new GetPhoneNumberVerificationStatus(numbers, written),
                        new ChatappMigrationVerified(numbers, written),
                        new ChatappMigrationRegister(numbers, written),
                        new AddChatappPhoneNumber(numbers, written),
                        new GetChatappVerifyCode(numbers, written),
                        new ChatappVerifyAndRegister(numbers, written),
                        new ChatappPhoneNumberRegister(numbers, written),
                        new ChatappPhoneNumberDeregister(numbers, written),
                        new ChatappSyncPhoneNumber(numbers),
                        new QueryChatappPhoneNumbers(spaces, numbers),
                        new QueryChatappBindWaba(spaces),
                        new ChatappBindWaba(spaces)));
    }
}
