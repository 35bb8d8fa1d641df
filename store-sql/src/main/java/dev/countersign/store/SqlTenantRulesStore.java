package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.protection.TenantRules;
import dev.countersign.protection.TenantRulesStore;
import dev.countersign.store.database.Transactions;
import java.util.Set;

/// Tenants' rules in SQL.
public final class SqlTenantRulesStore implements TenantRulesStore {
    private final Transactions transactions;

    /// @param transactions where the table is
    public SqlTenantRulesStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public TenantRules of(long tenant) {
        return transactions.read(handle -> new TenantRulesTable(handle).of(tenant));
    }

    @Override
    public void put(long tenant, TenantRules rules, AuditEntry entry) {
        transactions.write(Set.of(Lookups.keyOfRules(tenant)), handle -> {
            new TenantRulesTable(handle).put(tenant, rules);
            new AuditTable(handle).append(entry);
            return true;
        });
    }
}
