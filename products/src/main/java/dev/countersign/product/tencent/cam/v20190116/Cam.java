package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.Product;
import java.util.List;

/// The contents of the product.
public final class Cam {
    private Cam() {}

    /// The product. Every tenant has it: it is how a tenant manages itself.
    ///
    /// @param actions of all its areas, as [CamUsers#actions] gives them
    public static Product product(List<Action<?, ?>> actions) {
        return new Product("tencent", "cam", "2019-01-16", false, List.copyOf(actions));
    }
}
