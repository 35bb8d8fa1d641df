package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.Product;
import java.util.ArrayList;
import java.util.List;

/// The contents of the product. It is open to every tenant.
public final class Cam {
    private Cam() {}

    /// The product, of its areas.
    @SafeVarargs
    public static Product product(List<Action<?, ?>>... areas) {
        List<Action<?, ?>> all = new ArrayList<>();
        for (List<Action<?, ?>> area : areas) {
            all.addAll(area);
        }
        return new Product("tencent", "cam", "2019-01-16", false, List.copyOf(all));
    }
}
