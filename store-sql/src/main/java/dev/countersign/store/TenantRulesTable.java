package dev.countersign.store;

import dev.countersign.protection.TenantRules;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of tenants' rules, within one unit of work.
record TenantRulesTable(Handle handle) {
    TenantRules of(long tenant) {
        return handle.createQuery("""
                        SELECT protects_calls, forces_login, forces_operation, custom_page, return_to
                        FROM tenant_rules WHERE tenant = :tenant
                        """)
                .bind("tenant", tenant)
                .map((row, context) -> new TenantRules(
                        Columns.flag(row, "protects_calls"),
                        Columns.flag(row, "forces_login"),
                        Columns.flag(row, "forces_operation"),
                        Optional.ofNullable(row.getString("custom_page")),
                        lines(row.getString("return_to"))))
                .findOne()
                .orElse(TenantRules.NONE);
    }

    private static List<String> lines(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\n"));
    }

    void put(long tenant, TenantRules rules) {
        handle.createUpdate("""
                        INSERT INTO tenant_rules (tenant, protects_calls, forces_login, forces_operation, custom_page,
                            return_to)
                        VALUES (:tenant, :calls, :login, :operation, :page, :pages)
                        ON CONFLICT (tenant) DO UPDATE SET protects_calls = excluded.protects_calls,
                            forces_login = excluded.forces_login, forces_operation = excluded.forces_operation,
                            custom_page = excluded.custom_page, return_to = excluded.return_to
                        """)
                .bind("tenant", tenant)
                .bind("calls", Columns.flag(rules.protectsCalls()))
                .bind("login", Columns.flag(rules.forcesLogin()))
                .bind("operation", Columns.flag(rules.forcesOperation()))
                .bind("page", rules.customPage().orElse(null))
                .bind("pages", String.join("\n", rules.returnTo()))
                .execute();
    }
}
