package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.protection.RuleBook;
import dev.countersign.protection.TenantRules;
import dev.countersign.refusal.RulesRefusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `PUT /v1/tenant/rules`: replaces what the tenant demands. All rules are given, so that none is lifted by being
/// forgotten; only a page that is left out is registered no more.
public final class PutTenantRules implements Action<PutTenantRules.Request, TenantRulesView> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "Whether sensitive calls need a caller with a second factor of the last 10 minutes. No"
                            + " permanent key can make them then.",
                    example = "false")
            boolean protectsCalls,

            @Field(doc = "Whether nobody's login protection can be switched off.", example = "true")
            boolean forcesLogin,

            @Field(doc = "Whether nobody's operation protection can be switched off.", example = "false")
            boolean forcesOperation,

            @Field(
                    doc =
                            "Where a custom challenge sends the browser; `{MFAToken}` stands for the token. https, or http"
                                    + " on this machine. None when left out.",
                    example = "https://login.example.com/check?token={MFAToken}")
            @Nullable String customPage,

            @Field(
                    doc =
                            "Where a challenge may send the browser when it has ended: up to 50 absolute addresses, https,"
                                    + " or http on this machine, without fragment.",
                    example = "https://app.example.com/back")
            List<String> returnTo) {}

    static final ActionSpec<Request, TenantRulesView> SPEC = ActionSpec.action(
                    "PutTenantRules", Request.class, TenantRulesView.class)
            .summary("Replaces what the tenant demands of its principals and callers.")
            .perSecond(100)
            .route("PUT", "/v1/tenant/rules", 200, V1Protection.SCOPE)
            .answers(RulesRefusal.class)
            .refuses(
                    RulesRefusal.CustomPageInvalid.class,
                    422,
                    "custom-page-invalid",
                    "The custom page must be an https address, or http on this machine, with {MFAToken} once in its path"
                            + " or query.")
            .refuses(
                    RulesRefusal.ReturnToInvalid.class,
                    422,
                    "return-to-invalid",
                    "The pages to return to must be at most 50 different absolute addresses, https, or http on this"
                            + " machine, without user and fragment.")
            .build();

    private final RuleBook rules;

    PutTenantRules(RuleBook rules) {
        this.rules = rules;
    }

    @Override
    public ActionSpec<Request, TenantRulesView> spec() {
        return SPEC;
    }

    @Override
    public TenantRulesView perform(Context context, Request request) {
        return TenantRulesView.of(rules.put(
                context.caller(),
                new TenantRules(
                        request.protectsCalls(),
                        request.forcesLogin(),
                        request.forcesOperation(),
                        Optional.ofNullable(request.customPage()),
                        request.returnTo())));
    }
}
