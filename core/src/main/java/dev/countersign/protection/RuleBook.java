package dev.countersign.protection;

import dev.countersign.audit.AuditEntry;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.RulesRefusal;
import dev.countersign.tenant.Caller;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;

/// Tells and replaces the rules of a caller's tenant.
public final class RuleBook {
    /// How many pages a tenant may register to return to.
    public static final int MOST_PAGES = 50;

    private final TenantRulesStore store;
    private final InstantSource clock;

    /// @param store keeps the rules
    /// @param clock the time that the audit says
    public RuleBook(TenantRulesStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /// The rules of the caller's tenant.
    public TenantRules of(Caller caller) {
        return store.of(caller.tenant().id());
    }

    /// Replaces the rules of the caller's tenant.
    ///
    /// @return the rules as they are kept
    /// @throws Refused with a [RulesRefusal]; nothing is changed then
    public TenantRules put(Caller caller, TenantRules rules) {
        rules.customPage().filter(page -> !PageAddress.takesToken(page)).ifPresent(page -> {
            throw new Refused(new RulesRefusal.CustomPageInvalid());
        });
        boolean sound = rules.returnTo().size() <= MOST_PAGES
                && new HashSet<>(rules.returnTo()).size() == rules.returnTo().size()
                && rules.returnTo().stream().allMatch(PageAddress::absolute);
        if (!sound) {
            throw new Refused(new RulesRefusal.ReturnToInvalid());
        }
        long tenant = caller.tenant().id();
        store.put(
                tenant,
                rules,
                AuditEntry.by(caller, clock.instant(), "rules.replaced", "tenant/" + tenant, facts(rules)));
        return rules;
    }

    private static Map<String, String> facts(TenantRules rules) {
        return Map.of(
                "protects-calls", Boolean.toString(rules.protectsCalls()),
                "forces-login", Boolean.toString(rules.forcesLogin()),
                "forces-operation", Boolean.toString(rules.forcesOperation()),
                "custom-page", rules.customPage().orElse(""),
                "return-to", Integer.toString(rules.returnTo().size()));
    }
}
