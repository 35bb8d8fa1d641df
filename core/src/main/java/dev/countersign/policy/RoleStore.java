package dev.countersign.policy;

import dev.countersign.audit.AuditEntry;
import java.util.Optional;

/// Keeps roles. What belongs to another tenant is not there.
public interface RoleStore {
    /// A role of the tenant.
    Optional<Role> find(long tenant, long id);

    /// A role of the tenant by name.
    Optional<Role> named(long tenant, String name);

    /// Adds a role.
    ///
    /// @param most how many the tenant may have
    /// @return false when its id is taken; nothing was added
    /// @throws dev.countersign.refusal.Refused with `NameInUse` or `RolesFull`
    boolean add(Role role, int most, AuditEntry entry);

    /// Deletes a role of the tenant, and takes its policies from it.
    ///
    /// @return false when it is not there
    boolean remove(long tenant, long id, AuditEntry entry);
}
