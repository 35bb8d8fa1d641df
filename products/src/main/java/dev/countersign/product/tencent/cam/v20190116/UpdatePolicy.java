package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.policy.Policies;
import dev.countersign.policy.PolicySelection;
import dev.countersign.refusal.DescriptionTooLong;
import dev.countersign.refusal.PolicyRefusal;
import dev.countersign.refusal.TagsInvalid;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `UpdatePolicy`: changes a policy that its id or its name names; with both, the name is its new one.
public final class UpdatePolicy implements Action<UpdatePolicy.Request, UpdatePolicy.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "Policy id; this or the name must be given.") @Nullable Long policyId,

            @Field(doc = "Policy name; beside an id, the new name.") @Nullable String policyName,

            @Field(doc = "New description, up to 300 bytes.") @Nullable String description,

            @Field(doc = "New policy as a JSON text.") @Nullable String policyDocument,

            @Field(doc = "Remark of a preset policy.") @Nullable String alias) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Policy id, when a name named it; null otherwise.", example = "123456789") @Nullable Long policyId) {}

    private static final ActionSpec<Request, Response> SPEC = CamErrors.permissions(
                    ActionSpec.action("UpdatePolicy", Request.class, Response.class)
                            .summary("Changes a policy.")
                            .perSecond(10)
                            .sensitive()
                            .on(PolicyResources::policy))
            .publishes(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(PolicyRefusal.PresetIsFixed.class, CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(TagsInvalid.class, CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(PolicyRefusal.NameInUse.class, CamErrors.NAME_IN_USE, CamErrors.NAME_IN_USE_TEXT)
            .refuses(PolicyRefusal.NameInvalid.class, CamErrors.POLICY_NAME, CamErrors.POLICY_NAME_TEXT)
            .refuses(DescriptionTooLong.class, CamErrors.DESCRIPTION, CamErrors.DESCRIPTION_TEXT)
            .refuses(PolicyRefusal.IdInvalid.class, CamErrors.POLICY_ID, CamErrors.POLICY_ID_TEXT)
            .refuses(PolicyRefusal.PolicyUnknown.class, CamErrors.POLICY_NOT_FOUND, CamErrors.POLICY_NOT_FOUND_TEXT)
            .refuses(PolicyRefusal.NameUnknown.class, CamErrors.NOT_FOUND, CamErrors.NOT_FOUND_TEXT)
            .catalogues(CamErrors.NO_POLICY, CamErrors.NO_POLICY_TEXT)
            .catalogues(CamErrors.ORGANIZATION, CamErrors.ORGANIZATION_TEXT)
            .catalogues("OperationDenied.PolicyTagConflict", "The tags of the policy contradict each other.")
            .build();

    private final Policies policies;

    /// @param policies changes it
    public UpdatePolicy(Policies policies) {
        this.policies = policies;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Long id = request.policyId();
        String name = request.policyName();
        if (id == null && name == null) {
            throw CamErrors.param();
        }
        PolicySelection selection =
                id != null ? new PolicySelection.ById(id) : new PolicySelection.ByName(name == null ? "" : name);
        long changed = policies.update(
                context.caller(),
                selection,
                new Policies.Change(
                        id == null ? Optional.empty() : Optional.ofNullable(name),
                        Optional.ofNullable(request.policyDocument()),
                        Optional.ofNullable(request.description()),
                        Optional.ofNullable(request.alias())));
        return new Response(id == null ? changed : null);
    }
}
