package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.policy.Roles;
import dev.countersign.refusal.RoleRefusal;
import org.jspecify.annotations.Nullable;

/// `DeleteRole`: deletes a role (<https://cloud.tencent.com/document/api/598/36224>).
public final class DeleteRole implements Action<DeleteRole.Request, DeleteRole.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "Role id; this or the name must be given.") @Nullable String roleId,

            @Field(doc = "Role name.") @Nullable String roleName) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DeleteRole", Request.class, Response.class)
            .summary("Deletes a role.")
            .perSecond(3)
            .sensitive()
            .on((caller, parameters) -> PolicyResources.role(caller, parameters, "RoleId", "RoleName"))
            .publishes(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(RoleRefusal.RoleUnknown.class, CamErrors.ROLE, CamErrors.ROLE_TEXT)
            .catalogues(CamErrors.POLICY_NAME, CamErrors.POLICY_NAME_TEXT)
            .catalogues(CamErrors.SYSTEM, CamErrors.SYSTEM_TEXT)
            .build();

    private final Roles roles;

    /// @param roles deletes it
    public DeleteRole(Roles roles) {
        this.roles = roles;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        roles.delete(context.caller(), RoleNames.role(request.roleId(), request.roleName()));
        return new Response();
    }
}
