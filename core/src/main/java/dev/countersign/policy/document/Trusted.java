package dev.countersign.policy.document;

import java.util.Set;

/// Who may assume a role.
///
/// @param tenants ids of tenants all of whose principals may
/// @param principals UINs of those who may
/// @param services names of services that may
public record Trusted(Set<Long> tenants, Set<Long> principals, Set<String> services) {
    /// Copies the sets.
    public Trusted {
        tenants = Set.copyOf(tenants);
        principals = Set.copyOf(principals);
        services = Set.copyOf(services);
    }

    /// Whether a principal is meant.
    public boolean means(long tenant, long uin) {
        return principals.contains(uin) || tenants.contains(tenant);
    }
}
