package dev.countersign.directory;

import dev.countersign.audit.AuditEntry;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Optional;

/// Keeps access keys. Everything that changes something is one step, its audit entry included.
public interface AccessKeyStore {
    /// The keys of a principal, oldest first.
    List<IssuedKey> of(long tenant, long uin);

    /// A key of any principal of the tenant.
    Optional<IssuedKey> find(long tenant, String id);

    /// Adds a key, unless its principal has as many already.
    ///
    /// @param secret kept sealed
    /// @param most how many a principal may have
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.KeyRefusal.HolderUnknown] or
    ///     [dev.countersign.refusal.KeyRefusal.TooManyKeys]
    void add(long tenant, IssuedKey key, Secret secret, int most, AuditEntry entry);

    /// Switches a key on or off. One that is off signs nothing from now on: at once here, within a second elsewhere.
    ///
    /// @return false when the principal has no such key
    boolean activate(long tenant, long uin, String id, boolean active, AuditEntry entry);

    /// Deletes a key, which signs nothing from now on.
    ///
    /// @return false when the principal has no such key
    boolean delete(long tenant, long uin, String id, AuditEntry entry);
}
