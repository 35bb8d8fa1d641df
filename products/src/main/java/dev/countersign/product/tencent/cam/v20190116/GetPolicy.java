package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Policy;
import dev.countersign.policy.PolicySelection;
import dev.countersign.product.tencent.BeijingTime;
import dev.countersign.refusal.PolicyRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GetPolicy`: shows a policy.
public final class GetPolicy implements Action<GetPolicy.Request, GetPolicy.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "Policy id.", example = "1") long policyId) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Policy name.", example = "AdministratorAccess")
            String policyName,

            @Field(doc = "Description.", example = "") String description,

            @Field(doc = "1 custom, 2 preset.", example = "2")
            long type,

            @Field(doc = "When it was made.", example = "2026-11-25 08:00:00")
            String addTime,

            @Field(doc = "When it was changed last.", example = "2026-11-25 08:00:00")
            String updateTime,

            @Field(doc = "The policy as a JSON text.", example = "{}")
            String policyDocument,

            @Field(doc = "Remark of a preset policy.", example = "") @Nullable String presetAlias,

            @Field(doc = "Whether it belongs to a service's role: 0 here.", example = "0")
            long isServiceLinkedRolePolicy,

            @Field(doc = "Tags.", omitted = true) @Nullable List<Tag> tags) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetPolicy", Request.class, Response.class)
            .summary("Shows a policy.")
            .on(PolicyResources::policy)
            .refuses(PolicyRefusal.IdInvalid.class, CamErrors.POLICY_ID, CamErrors.POLICY_ID_TEXT)
            .refuses(PolicyRefusal.PolicyUnknown.class, CamErrors.POLICY_NOT_FOUND, CamErrors.POLICY_NOT_FOUND_TEXT)
            .catalogues(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .catalogues(CamErrors.SYSTEM, CamErrors.SYSTEM_TEXT)
            .build();

    private final Policies policies;

    /// @param policies knows it
    public GetPolicy(Policies policies) {
        this.policies = policies;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Policy policy = policies.require(context.caller(), new PolicySelection.ById(request.policyId()));
        return new Response(
                policy.name(),
                policy.text().description(),
                policy.preset() ? 2 : 1,
                BeijingTime.of(policy.createdAt()),
                BeijingTime.of(policy.updatedAt()),
                policy.text().document(),
                policy.alias(),
                0,
                Tag.written(policy.text().tags()));
    }
}
