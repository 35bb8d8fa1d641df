package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Policy;
import dev.countersign.refusal.DescriptionTooLong;
import dev.countersign.refusal.PolicyRefusal;
import dev.countersign.refusal.TagsInvalid;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `CreatePolicy`: makes a policy.
public final class CreatePolicy implements Action<CreatePolicy.Request, CreatePolicy.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "Policy name: 1 to 128 letters, digits and `+=,.@-_`.", example = "read-customers")
            String policyName,

            @Field(
                    doc = "The policy as a JSON text in version 2.0, of up to 6,144 characters.",
                    example =
                            "{\"version\":\"2.0\",\"statement\":[{\"effect\":\"allow\",\"action\":\"cam:Get*\",\"resource\":\"*\"}]}")
            String policyDocument,

            @Field(doc = "Description, up to 300 bytes.") @Nullable String description,

            @Field(doc = "Tags, up to 50.") @Nullable List<Tag> tags) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Policy id.", example = "123456789")
            long policyId) {}

    private static final ActionSpec<Request, Response> SPEC = CamErrors.permissions(
                    ActionSpec.action("CreatePolicy", Request.class, Response.class)
                            .summary("Makes a policy.")
                            .perSecond(10)
                            .sensitive())
            .refuses(
                    PolicyRefusal.PoliciesFull.class,
                    "FailedOperation.PolicyFull",
                    "The number of user policies has exceeded the limit.")
            .refuses(PolicyRefusal.NameInUse.class, CamErrors.NAME_IN_USE, CamErrors.NAME_IN_USE_TEXT)
            .refuses(PolicyRefusal.NameInvalid.class, CamErrors.POLICY_NAME, CamErrors.POLICY_NAME_TEXT)
            .refuses(DescriptionTooLong.class, CamErrors.DESCRIPTION, CamErrors.DESCRIPTION_TEXT)
            .refuses(TagsInvalid.class, CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .catalogues(CamErrors.NOT_FOUND, CamErrors.NOT_FOUND_TEXT)
            .build();

    private final Policies policies;

    /// @param policies makes it
    public CreatePolicy(Policies policies) {
        this.policies = policies;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        String description = request.description();
        return new Response(policies.create(
                context.caller(),
                new Policy.Text(
                        request.policyName(),
                        request.policyDocument(),
                        description == null ? "" : description,
                        Tag.read(request.tags()))));
    }
}
