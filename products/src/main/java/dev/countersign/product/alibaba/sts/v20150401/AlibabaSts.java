package dev.countersign.product.alibaba.sts.v20150401;

import dev.countersign.gateway.action.Product;
import dev.countersign.sts.Sessions;
import java.util.List;

/// The contents of the product. Every tenant may call it.
public final class AlibabaSts {
    private AlibabaSts() {}

    /// The product, wired.
    ///
    /// @param sessions hands out temporary keys
    public static Product product(Sessions sessions) {
        return new Product(
                "alibaba", "sts", "2015-04-01", false, List.of(new AssumeRole(sessions), new GetCallerIdentity()));
    }
}
