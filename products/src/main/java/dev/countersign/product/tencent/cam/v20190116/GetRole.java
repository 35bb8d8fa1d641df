package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.policy.Role;
import dev.countersign.policy.Roles;
import dev.countersign.product.tencent.BeijingTime;
import dev.countersign.refusal.RoleRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GetRole`: shows a role (<https://cloud.tencent.com/document/product/598/36221>).
public final class GetRole implements Action<GetRole.Request, GetRole.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "Role id; this or the name must be given.") @Nullable String roleId,

            @Field(doc = "Role name.") @Nullable String roleName) {}

    /// Its answer.
    public record Response(@Field(doc = "The role.") RoleInfo roleInfo) {}

    /// A role.
    public record RoleInfo(
            @Field(doc = "Role id, as a string.", example = "4611686018427387905")
            String roleId,

            @Field(doc = "Role name.", example = "dev-operator")
            String roleName,

            @Field(doc = "Who may assume it, as a JSON text.", example = "{}")
            String policyDocument,

            @Field(doc = "Description.", example = "") String description,

            @Field(doc = "When it was made.", example = "2026-11-25 08:00:00")
            String addTime,

            @Field(doc = "When it was changed last.", example = "2026-11-25 08:00:00")
            String updateTime,

            @Field(doc = "Whether it may use the console: 1 yes, 0 no.", example = "0")
            long consoleLogin,

            @Field(doc = "`user`: made by one.", example = "user") @Nullable String roleType,

            @Field(doc = "Seconds that a key for it may live at most.", example = "7200") @Nullable Long sessionDuration,

            @Field(doc = "Only roles of services have it: null.") @Nullable String deletionTaskId,

            @Field(doc = "Tags.") @Nullable List<RoleTags> tags) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetRole", Request.class, Response.class)
            .summary("Shows a role.")
            .on((caller, parameters) -> PolicyResources.role(caller, parameters, "RoleId", "RoleName"))
            .publishes(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(RoleRefusal.RoleUnknown.class, CamErrors.ROLE, CamErrors.ROLE_TEXT)
            .catalogues(CamErrors.SYSTEM, CamErrors.SYSTEM_TEXT)
            .build();

    private final Roles roles;

    /// @param roles knows it
    public GetRole(Roles roles) {
        this.roles = roles;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Role role = roles.require(context.caller(), RoleNames.role(request.roleId(), request.roleName()));
        return new Response(new RoleInfo(
                Long.toString(role.id()),
                role.name(),
                role.terms().trust(),
                role.terms().description(),
                BeijingTime.of(role.createdAt()),
                BeijingTime.of(role.updatedAt()),
                role.terms().console() ? 1 : 0,
                "user",
                role.terms().longest().toSeconds(),
                null,
                role.terms().tags().stream()
                        .map(tag -> new RoleTags(tag.key(), tag.value()))
                        .toList()));
    }
}
