package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.protection.Protections;
import dev.countersign.protection.RuleBook;
import java.util.List;

/// The part of our own API that is about protection. Its calls are an administrator's and are not among those that a
/// tenant can protect by a second factor: a bearer key shows none, so that nobody could lift that rule again.
public final class V1Protection {
    /// What a bearer key must be allowed to.
    static final String SCOPE = "protection";

    private V1Protection() {}

    /// The actions, wired.
    ///
    /// @param protections tells and changes what guards principals
    /// @param rules tells and replaces what a tenant demands
    public static List<Action<?, ?>> actions(Protections protections, RuleBook rules) {
        return List.of(
                new GetProtection(protections),
                new PutProtection(protections),
                new GetTenantRules(rules),
                new PutTenantRules(rules));
    }
}
