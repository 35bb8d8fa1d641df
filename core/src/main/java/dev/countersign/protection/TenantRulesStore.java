package dev.countersign.protection;

import dev.countersign.audit.AuditEntry;

/// Keeps tenants' rules.
public interface TenantRulesStore {
    /// A tenant's rules; [TenantRules#NONE] where nothing was ever decided.
    TenantRules of(long tenant);

    /// Replaces a tenant's rules.
    void put(long tenant, TenantRules rules, AuditEntry entry);
}
