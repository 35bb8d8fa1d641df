package dev.countersign.protection;

import dev.countersign.audit.AuditEntry;

/// Keeps the rules of tenants.
public interface TenantRulesStore {
    /// A tenant's rules; [TenantRules#NONE] until it made some.
    TenantRules of(long tenant);

    /// Replaces a tenant's rules.
    ///
    /// @param entry appended to the audit in the same step
    void put(long tenant, TenantRules rules, AuditEntry entry);
}
