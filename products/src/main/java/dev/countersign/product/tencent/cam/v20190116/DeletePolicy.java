package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.gateway.action.FieldRefused;
import dev.countersign.policy.Policies;
import dev.countersign.refusal.PolicyRefusal;
import java.util.List;

/// `DeletePolicy`: deletes policies, all or none of them.
public final class DeletePolicy implements Action<DeletePolicy.Request, DeletePolicy.Response> {
    private static final int MOST = 50;
    private static final String TOO_MANY = "InvalidParameter.OperatePoliciesOverLimit";

    /// Its parameters.
    public record Request(
            @Field(doc = "Ids of 1 to 50 policies.", example = "123456789")
            List<Long> policyId) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DeletePolicy", Request.class, Response.class)
            .summary("Deletes policies.")
            .sensitive()
            .onEach((caller, parameters) -> PolicyResources.policies(caller, parameters, MOST))
            .publishes(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .publishes(TOO_MANY, "There were too many policies in one operation.")
            .refuses(PolicyRefusal.PresetIsFixed.class, CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(PolicyRefusal.IdInvalid.class, CamErrors.POLICY_ID, CamErrors.POLICY_ID_TEXT)
            .refuses(PolicyRefusal.PolicyUnknown.class, CamErrors.POLICY_NOT_FOUND, CamErrors.POLICY_NOT_FOUND_TEXT)
            .catalogues(CamErrors.NO_POLICY, CamErrors.NO_POLICY_TEXT)
            .catalogues(CamErrors.NOT_FOUND, CamErrors.NOT_FOUND_TEXT)
            .catalogues(CamErrors.ORGANIZATION, CamErrors.ORGANIZATION_TEXT)
            .catalogues(CamErrors.SYSTEM, CamErrors.SYSTEM_TEXT)
            .build();

    private final Policies policies;

    /// @param policies deletes them
    public DeletePolicy(Policies policies) {
        this.policies = policies;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        if (request.policyId().isEmpty()) {
            throw CamErrors.param();
        }
        if (request.policyId().size() > MOST) {
            throw new FieldRefused(TOO_MANY);
        }
        policies.delete(context.caller(), request.policyId());
        return new Response();
    }
}
