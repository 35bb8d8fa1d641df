package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.policy.PolicySelection;
import dev.countersign.policy.RoleSelection;
import org.jspecify.annotations.Nullable;

/// How these actions name a role or a policy: by id or by name; with both, the id counts.
final class RoleNames {
    private RoleNames() {}

    /// @throws dev.countersign.gateway.action.FieldRefused with `InvalidParameter.ParamError` when neither is given
    static RoleSelection role(@Nullable String id, @Nullable String name) {
        if (id != null) {
            return new RoleSelection.ById(id);
        }
        if (name != null) {
            return new RoleSelection.ByName(name);
        }
        throw CamErrors.param();
    }

    /// @throws dev.countersign.gateway.action.FieldRefused with `InvalidParameter.ParamError` when neither is given
    static PolicySelection policy(@Nullable Long id, @Nullable String name) {
        if (id != null) {
            return new PolicySelection.ById(id);
        }
        if (name != null) {
            return new PolicySelection.ByName(name);
        }
        throw CamErrors.param();
    }
}
