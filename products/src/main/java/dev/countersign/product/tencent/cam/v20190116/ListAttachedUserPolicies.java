package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.policy.Attachment;
import dev.countersign.policy.Page;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Policy;
import dev.countersign.product.tencent.BeijingTime;
import dev.countersign.refusal.UserUnknown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `ListAttachedUserPolicies`: lists what a user has.
public final class ListAttachedUserPolicies
        implements Action<ListAttachedUserPolicies.Request, ListAttachedUserPolicies.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "UIN of the user.", example = "100000000011")
            long targetUin,

            @Field(doc = "Page, 1 to 200; 1 when not given.") @Nullable Long page,

            @Field(doc = "Page size, 1 to 200; 20 when not given.") @Nullable Long rp) {}

    /// Its answer.
    public record Response(
            @Field(doc = "How many there are.", example = "1")
            long totalNum,

            @Field(doc = "The policies of this page.") List<AttachPolicyInfo> list) {}

    /// One policy.
    public record AttachPolicyInfo(
            @Field(doc = "Policy id.", example = "1") long policyId,

            @Field(doc = "Policy name.", example = "AdministratorAccess")
            String policyName,

            @Field(doc = "When the user got it.", example = "2026-11-25 08:00:00")
            String addTime,

            @Field(doc = "1 by the product, 2 by syntax.", example = "1")
            long createMode,

            @Field(doc = "`User` custom, `QCS` preset.", example = "QCS")
            String policyType,

            @Field(doc = "Description, or the remark of a preset policy.", example = "")
            String remark,

            @Field(doc = "Root of who attached it; null when the installation did.") @Nullable String operateOwnerUin,

            @Field(doc = "Who attached it; null when the installation did.") @Nullable String operateUin,

            @Field(doc = "0 a UIN, 1 a role's id; null when the installation did.") @Nullable Long operateUinType,

            @Field(doc = "Whether its product was taken offline: 0.", example = "0")
            long deactived,

            @Field(doc = "Products that were taken offline: none.")
            List<String> deactivedDetail) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "ListAttachedUserPolicies", Request.class, Response.class)
            .summary("Lists what policies a user has.")
            .on((caller, parameters) -> PolicyResources.user(caller, parameters, "TargetUin"))
            .publishes(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .refuses(UserUnknown.class, CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .catalogues(CamErrors.SYSTEM, CamErrors.SYSTEM_TEXT)
            .build();

    private final Policies policies;

    /// @param policies knows who has what
    public ListAttachedUserPolicies(Policies policies) {
        this.policies = policies;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Paging paging = Paging.of(request.page(), request.rp());
        Page<Attachment> page = policies.ofUser(context.caller(), request.targetUin(), paging.offset(), paging.most());
        long owner = context.caller().tenant().id();
        return new Response(
                page.total(), page.items().stream().map(one -> info(one, owner)).toList());
    }

    private static AttachPolicyInfo info(Attachment attachment, long owner) {
        Policy policy = attachment.policy();
        Attachment.Origin origin = attachment.origin();
        boolean somebody = origin.by() != 0;
        return new AttachPolicyInfo(
                policy.id(),
                policy.name(),
                BeijingTime.of(origin.at()),
                policy.preset() ? 1 : 2,
                policy.preset() ? "QCS" : "User",
                policy.alias().isEmpty() ? policy.text().description() : policy.alias(),
                somebody ? Long.toString(owner) : null,
                somebody ? Long.toString(origin.by()) : null,
                somebody ? Long.valueOf(origin.role() ? 1 : 0) : null,
                0,
                List.of());
    }
}
