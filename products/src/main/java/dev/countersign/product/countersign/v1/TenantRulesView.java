package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Field;
import dev.countersign.protection.TenantRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A tenant's rules, as our own API shows them.
record TenantRulesView(
        @Field(doc = "Whether sensitive calls need a caller with a second factor of the last 10 minutes.")
        boolean protectsCalls,

        @Field(doc = "Whether nobody's login protection can be switched off.", example = "false")
        boolean forcesLogin,

        @Field(doc = "Whether nobody's operation protection can be switched off.", example = "false")
        boolean forcesOperation,

        @Field(
                doc =
                        "Where a custom challenge sends the browser; `{MFAToken}` stands for the token. None when left out.",
                example = "https://login.example.com/check?token={MFAToken}",
                omitted = true)
        @Nullable String customPage,

        @Field(
                doc = "Where a challenge may send the browser when it has ended.",
                example = "https://app.example.com/back")
        List<String> returnTo) {
    static TenantRulesView of(TenantRules rules) {
        return new TenantRulesView(
                rules.protectsCalls(),
                rules.forcesLogin(),
                rules.forcesOperation(),
                rules.customPage().orElse(null),
                rules.returnTo());
    }
}
