package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Messages;
import dev.countersign.destination.Destinations;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.Product;
import dev.countersign.tenant.TenantStore;
import dev.countersign.verification.Verifications;
import java.util.ArrayList;
import java.util.List;

/// The contents of our own API.
public final class CountersignV1 {
    /// What a bearer key must be allowed to.
    static final String SCOPE = "verifications";

    private CountersignV1() {}

    /// The product with its actions.
    ///
    /// @param verifications issues and checks
    /// @param destinations normalises numbers and addresses
    /// @param tenants finds the principal that a verification is for
    /// @param messages tells where its message stands
    /// @param further the actions of its other areas
    @SafeVarargs
    public static Product product(
            Verifications verifications,
            Destinations destinations,
            TenantStore tenants,
            Messages messages,
            List<Action<?, ?>>... further) {
        List<Action<?, ?>> all = new ArrayList<>(List.of(
                new StartVerification(verifications, destinations, tenants),
                new CheckVerification(verifications),
                new GetVerification(verifications, messages)));
        for (List<Action<?, ?>> area : further) {
            all.addAll(area);
        }
        return new Product("rest", "countersign", "v1", false, List.copyOf(all));
    }
}
