package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Roles;
import java.util.List;

/// The actions about policies and roles.
public final class CamPolicies {
    private CamPolicies() {}

    /// The actions, wired.
    ///
    /// @param policies manages policies
    /// @param roles manages roles
    public static List<Action<?, ?>> actions(Policies policies, Roles roles) {
        return List.of(
                new CreatePolicy(policies),
                new UpdatePolicy(policies),
                new DeletePolicy(policies),
                new GetPolicy(policies),
                new ListPolicies(policies),
                new AttachUserPolicy(policies),
                new DetachUserPolicy(policies),
                new ListAttachedUserPolicies(policies),
                new CreateRole(roles),
                new GetRole(roles),
                new DeleteRole(roles),
                new AttachRolePolicy(policies, roles),
                new DetachRolePolicy(policies, roles));
    }
}
