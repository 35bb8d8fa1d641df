package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.gateway.action.FieldRefused;
import dev.countersign.policy.Policies;
import dev.countersign.refusal.PolicyRefusal;
import dev.countersign.refusal.UserUnknown;
import java.util.List;

/// `AttachUserPolicy`: gives a user a policy. The caller needs permission for the user and for the policy.
public final class AttachUserPolicy implements Action<AttachUserPolicy.Request, AttachUserPolicy.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "Policy id.", example = "1") long policyId,

            @Field(doc = "UIN of the user.", example = "100000000012")
            long attachUin) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "AttachUserPolicy", Request.class, Response.class)
            .summary("Gives a user a policy.")
            .perSecond(10)
            .sensitive()
            .onEach((caller, parameters) -> List.of(
                    PolicyResources.user(caller, parameters, "AttachUin"), PolicyResources.policy(caller, parameters)))
            .publishes(CamErrors.NO_USER, CamErrors.NO_USER_TEXT)
            .refuses(UserUnknown.class, CamErrors.USER, CamErrors.USER_TEXT)
            .refuses(PolicyRefusal.IdInvalid.class, CamErrors.POLICY_ID, CamErrors.POLICY_ID_TEXT)
            .refuses(PolicyRefusal.PolicyUnknown.class, CamErrors.POLICY_NOT_FOUND, CamErrors.POLICY_NOT_FOUND_TEXT)
            .refuses(
                    PolicyRefusal.AttachmentsFull.class,
                    "FailedOperation.PolicyFull",
                    "The number of user policies has exceeded the limit.")
            .catalogues(CamErrors.ATTACHMENT_FULL, CamErrors.ATTACHMENT_FULL_TEXT)
            .catalogues(CamErrors.NO_POLICY, CamErrors.NO_POLICY_TEXT)
            .catalogues(CamErrors.ORGANIZATION, CamErrors.ORGANIZATION_TEXT)
            .catalogues(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .catalogues(CamErrors.SYSTEM, CamErrors.SYSTEM_TEXT)
            .build();

    private final Policies policies;

    /// @param policies knows who has what
    public AttachUserPolicy(Policies policies) {
        this.policies = policies;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        if (request.attachUin() <= 0) {
            throw new FieldRefused(CamErrors.NO_USER);
        }
        policies.attachToUser(context.caller(), request.policyId(), request.attachUin());
        return new Response();
    }
}
