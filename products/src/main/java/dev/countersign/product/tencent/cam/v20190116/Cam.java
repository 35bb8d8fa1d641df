package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.Product;
import java.util.ArrayList;
import java.util.List;

/// The contents of the product. It is open to every tenant, whatever it has subscribed to.
public final class Cam {
    private Cam() {}

    /// The product, wired.
    ///
    /// @param areas the actions of each area, in the order of the reference
    @SafeVarargs
    public static Product product(List<Action<?, ?>>... areas) {
        List<Action<?, ?>> actions = new ArrayList<>();
        for (List<Action<?, ?>> area : areas) {
            actions.addAll(area);
        }
        return new Product("tencent", "cam", "2019-01-16", false, List.copyOf(actions));
    }
}
