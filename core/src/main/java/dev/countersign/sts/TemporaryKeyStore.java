package dev.countersign.sts;

import dev.countersign.audit.AuditEntry;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Bytes;
import java.util.Optional;

/// Keeps temporary keys.
public interface TemporaryKeyStore {
    /// Adds a key, together with its entry in the audit.
    ///
    /// @param principal who gets it
    /// @param tokenHash the keyed hash of its token: the token itself is not kept
    void add(Principal principal, IssuedKey issued, Bytes tokenHash, AuditEntry entry);

    /// The key of this id, for as long as its principal exists; also for a while after it ended, so that its
    /// holder hears that it did.
    Optional<TemporaryKeyHolder> find(String id);
}
