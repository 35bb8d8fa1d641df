package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.protection.RuleBook;

/// `GET /v1/tenant/rules`: what the tenant demands of its principals and callers.
public final class GetTenantRules implements Action<GetTenantRules.Request, TenantRulesView> {
    /// Its parameters: none.
    public record Request() {}

    static final ActionSpec<Request, TenantRulesView> SPEC = ActionSpec.action(
                    "GetTenantRules", Request.class, TenantRulesView.class)
            .summary("Tells what the tenant demands of its principals and callers.")
            .perSecond(100)
            .route("GET", "/v1/tenant/rules", 200, V1Protection.SCOPE)
            .build();

    private final RuleBook rules;

    GetTenantRules(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public ActionSpec<Request, TenantRulesView> spec() {
        return SPEC;
    }

    @Override
    public TenantRulesView perform(Context context, Request request) {
        return TenantRulesView.of(rules.of(context.caller()));
    }
}
