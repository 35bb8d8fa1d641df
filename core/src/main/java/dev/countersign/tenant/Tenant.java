package dev.countersign.tenant;

import java.util.Optional;
import java.util.Set;

/// A tenant is an isolated customer of this installation.
///
/// @param id its root UIN, which is its key everywhere: 12 digits for ours
/// @param accountId its Alibaba account id: 16 digits
/// @param name what people call it
/// @param products the products that it has subscribed to, as `intlpartnersmgt`
/// @param partner the tenant that created it, when it is a partner's customer
public record Tenant(long id, String accountId, String name, Set<String> products, Optional<Long> partner) {
    /// The products that there are to subscribe to, on both clouds' wires.
    public static final Set<String> ALL_PRODUCTS = Set.of("intlpartnersmgt", "cam", "sts", "cams", "dypnsapi");

    /// Whether it may use a product.
    public boolean subscribedTo(String product) {
        return products.contains(product);
    }
}
