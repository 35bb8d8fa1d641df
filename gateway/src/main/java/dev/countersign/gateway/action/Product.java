package dev.countersign.gateway.action;

import java.util.List;

/// A product in one version: what its vendor calls a service.
///
/// @param dialect the name of the dialect that speaks it
/// @param name as in `intlpartnersmgt`
/// @param version as in `2022-09-28`
/// @param needsSubscription whether a tenant must have subscribed to it before any of its actions may be
///     called
/// @param actions its actions, in the order of the reference
/// @param policyName what policies call it, as `dypns` for `dypnsapi`; mostly its name
public record Product(
        String dialect,
        String name,
        String version,
        boolean needsSubscription,
        List<Action<?, ?>> actions,
        String policyName) {
    /// One that policies call by its name.
    public Product(String dialect, String name, String version, boolean needsSubscription, List<Action<?, ?>> actions) {
        this(dialect, name, version, needsSubscription, actions, name);
    }

    /// The name of one of its actions among those of all wires: `tencent/intlpartnersmgt/2022-09-28/SendVerifyCode`.
    public String fullName(ActionSpec<?, ?> action) {
        return String.join("/", dialect, name, version, action.name());
    }
}
