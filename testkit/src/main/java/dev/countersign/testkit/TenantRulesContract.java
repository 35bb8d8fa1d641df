package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.protection.TenantRules;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of tenants' rules keeps.
public abstract class TenantRulesContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();

    @Test
    void a_tenant_without_rules_demands_nothing() {
        assertThat(node().rules().of(TENANT)).isEqualTo(TenantRules.NONE);
        assertThat(node().rules().of(4711)).isEqualTo(TenantRules.NONE);
    }

    @Test
    void rules_are_read_back_and_replaced_and_are_one_tenants() {
        TenantRules first = new TenantRules(
                true,
                false,
                true,
                Optional.of("https://login.example/check?t={MFAToken}"),
                List.of("https://a.example/back", "https://b.example/back?x=1"));
        TenantRules second = new TenantRules(false, true, false, Optional.empty(), List.of());
        put(first);
        assertThat(installation().another().rules().of(TENANT)).isEqualTo(first);
        assertThat(node().rules().of(Given.OTHER.id())).isEqualTo(TenantRules.NONE);
        put(second);
        assertThat(node().rules().of(TENANT)).isEqualTo(second);
    }

    private void put(TenantRules rules) {
        node().rules()
                .put(
                        TENANT,
                        rules,
                        AuditEntry.own(clock.instant(), TENANT, "rules.replaced", "tenant/" + TENANT, Map.of()));
    }
}
