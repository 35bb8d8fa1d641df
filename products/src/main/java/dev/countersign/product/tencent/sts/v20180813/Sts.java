package dev.countersign.product.tencent.sts.v20180813;

import dev.countersign.gateway.action.Product;
import dev.countersign.sts.Sessions;
import java.util.List;

/// The contents of the product. Every tenant may call it.
public final class Sts {
    private Sts() {}

    /// The product, wired.
    ///
    /// @param sessions hands out temporary keys
    public static Product product(Sessions sessions) {
        return new Product(
                "tencent",
                "sts",
                "2018-08-13",
                false,
                List.of(new GetSessionToken(sessions), new AssumeRole(sessions), new GetCallerIdentity()));
    }
}
