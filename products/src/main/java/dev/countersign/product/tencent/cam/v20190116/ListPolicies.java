package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.gateway.action.FieldRefused;
import dev.countersign.policy.ListedPolicy;
import dev.countersign.policy.Page;
import dev.countersign.policy.Policies;
import dev.countersign.policy.Policy;
import dev.countersign.policy.PolicyQuery;
import dev.countersign.product.tencent.BeijingTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `ListPolicies`: lists the tenant's policies and the preset ones.
public final class ListPolicies implements Action<ListPolicies.Request, ListPolicies.Response> {
    private static final int LONGEST_KEYWORD = 128;
    private static final String SCOPE = "InvalidParameter.ScopeError";
    private static final String KEYWORD = "InvalidParameter.KeywordError";
    private static final String KEYWORD_LENGTH = "InvalidParameter.SearchKeywordLengthError";

    /// Its parameters.
    public record Request(
            @Field(doc = "Page size, 1 to 200; 20 when not given.") @Nullable Long rp,

            @Field(doc = "Page, 1 to 200; 1 when not given.") @Nullable Long page,

            @Field(doc = "`All` when not given, `QCS` preset, `Local` custom.") @Nullable String scope,

            @Field(doc = "What the name contains, up to 128 characters.") @Nullable String keyword) {}

    /// Its answer.
    public record Response(
            @Field(doc = "How many there are.", example = "1")
            long totalNum,

            @Field(doc = "The policies of this page.") List<StrategyInfo> list,
            @Field(doc = "Reserved: empty.") List<String> serviceTypeList) {}

    /// One policy.
    public record StrategyInfo(
            @Field(doc = "Policy id.", example = "1") long policyId,

            @Field(doc = "Policy name.", example = "AdministratorAccess")
            String policyName,

            @Field(doc = "When it was made.", example = "2026-11-25 08:00:00")
            String addTime,

            @Field(doc = "1 custom, 2 preset.", example = "2")
            long type,

            @Field(doc = "Description.", example = "") @Nullable String description,

            @Field(doc = "1 by the product, 2 by syntax.", example = "1")
            long createMode,

            @Field(doc = "How many users have it.", example = "1")
            long attachments,

            @Field(doc = "Product: empty, since policies are about several.", example = "") @Nullable String serviceType,

            @Field(doc = "Null: no entity was asked about.") @Nullable Long isAttached,

            @Field(doc = "Whether its product was taken offline: 0.", example = "0") @Nullable Long deactived,

            @Field(doc = "Products that were taken offline: none.") @Nullable List<String> deactivedDetail,

            @Field(doc = "Whether it belongs to a service's role: 0 here.", example = "0") @Nullable Long isServiceLinkedPolicy,

            @Field(doc = "How many users and roles have it.", example = "1") @Nullable Long attachEntityCount,

            @Field(doc = "How many have it as a boundary: 0.", example = "0") @Nullable Long attachEntityBoundaryCount,

            @Field(doc = "When it was changed last.", example = "2026-11-25 08:00:00") @Nullable String updateTime,

            @Field(doc = "Tags.", omitted = true) @Nullable List<Tag> tags) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "ListPolicies", Request.class, Response.class)
            .summary("Lists policies.")
            .perSecond(20)
            .publishes(CamErrors.PARAM, CamErrors.PARAM_TEXT)
            .publishes(SCOPE, "`Scope` field invalid.")
            .publishes(KEYWORD, "`Keyword` field invalid.")
            .publishes(KEYWORD_LENGTH, "`Keyword` field exceeds length restriction.")
            .catalogues("FailedOperation.GetUserAreaError", "The user's area can't be found out.")
            .catalogues("InvalidParameter.GroupIdError", "`GroupId` field invalid.")
            .catalogues("InvalidParameter.ServiceTypeError", "`ServiceType` field invalid.")
            .catalogues("InvalidParameter.UinError", "`Uin` field invalid.")
            .catalogues(CamErrors.SYSTEM, CamErrors.SYSTEM_TEXT)
            .build();

    private final Policies policies;

    /// @param policies lists them
    public ListPolicies(Policies policies) {
        this.policies = policies;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Paging paging = Paging.of(request.page(), request.rp());
        Page<ListedPolicy> page = policies.list(
                context.caller(),
                new PolicyQuery(scope(request.scope()), keyword(request.keyword()), paging.offset(), paging.most()));
        return new Response(
                page.total(), page.items().stream().map(ListPolicies::info).toList(), List.of());
    }

    private static PolicyQuery.Scope scope(@Nullable String scope) {
        return switch (scope == null ? "All" : scope) {
            case "All" -> PolicyQuery.Scope.ALL;
            case "QCS" -> PolicyQuery.Scope.PRESET;
            case "Local" -> PolicyQuery.Scope.OWN;
            default -> throw new FieldRefused(SCOPE);
        };
    }

    private static String keyword(@Nullable String keyword) {
        if (keyword == null) {
            return "";
        }
        if (keyword.length() > LONGEST_KEYWORD) {
            throw new FieldRefused(KEYWORD_LENGTH);
        }
        if (keyword.chars().anyMatch(Character::isISOControl)) {
            throw new FieldRefused(KEYWORD);
        }
        return keyword;
    }

    private static StrategyInfo info(ListedPolicy listed) {
        Policy policy = listed.policy();
        return new StrategyInfo(
                policy.id(),
                policy.name(),
                BeijingTime.of(policy.createdAt()),
                policy.preset() ? 2 : 1,
                policy.text().description(),
                policy.preset() ? 1 : 2,
                listed.users(),
                "",
                null,
                0L,
                List.of(),
                0L,
                (long) listed.users() + listed.roles(),
                0L,
                BeijingTime.of(policy.updatedAt()),
                Tag.written(policy.text().tags()));
    }
}
