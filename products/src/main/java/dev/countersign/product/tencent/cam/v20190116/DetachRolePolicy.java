package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicySelection;
import dev.countersign.policy.Role;
import dev.countersign.policy.Roles;
import dev.countersign.refusal.PolicyRefusal;
import dev.countersign.refusal.RoleRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `DetachRolePolicy`: takes a policy from a role
/// (<https://cloud.tencent.com/document/api/598/36222>). The caller needs permission for the role and for the
/// policy.
public final class DetachRolePolicy implements Action<DetachRolePolicy.Request, DetachRolePolicy.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "Policy id; this or the name must be given.") @Nullable Long policyId,

            @Field(doc = "Role id; this or the role's name must be given.") @Nullable String detachRoleId,

            @Field(doc = "Role name.") @Nullable String detachRoleName,
            @Field(doc = "Policy name.") @Nullable String policyName) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DetachRolePolicy", Request.class, Response.class)
            .summary("Takes a policy from a role.")
            .perSecond(3)
            .sensitive()
            .onEach((caller, parameters) -> List.of(
                    PolicyResources.role(caller, parameters, "DetachRoleId", "DetachRoleName"),
                    PolicyResources.policy(caller, parameters)))
            .publishes(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(RoleRefusal.RoleUnknown.class, CamErrors.ROLE, CamErrors.ROLE_TEXT)
            .refuses(PolicyRefusal.IdInvalid.class, CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(PolicyRefusal.PolicyUnknown.class, CamErrors.NO_POLICY, CamErrors.NO_POLICY_TEXT)
            .refuses(PolicyRefusal.NameUnknown.class, CamErrors.POLICY_NAME, CamErrors.POLICY_NAME_TEXT)
            .catalogues(CamErrors.ATTACHMENT_FULL, CamErrors.ATTACHMENT_FULL_TEXT)
            .catalogues("InvalidParameter.VersionError", "`Version` field of policy document invalid.")
            .catalogues(CamErrors.SYSTEM, CamErrors.SYSTEM_TEXT)
            .build();

    private final Policies policies;
    private final Roles roles;

    /// @param policies knows who has what
    /// @param roles knows the role
    public DetachRolePolicy(Policies policies, Roles roles) {
        this.policies = policies;
        this.roles = roles;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        PolicySelection policy = RoleNames.policy(request.policyId(), request.policyName());
        Role role = roles.require(context.caller(), RoleNames.role(request.detachRoleId(), request.detachRoleName()));
        policies.detachFromRole(context.caller(), policy, role);
        return new Response();
    }
}
