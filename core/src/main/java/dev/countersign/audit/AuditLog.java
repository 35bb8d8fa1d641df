package dev.countersign.audit;

/// Keeps what happened. An entry about a change is not written through this port: the store that makes the
/// change appends it, in the same commit. This is for what changes nothing else, as a refusal of permission.
public interface AuditLog {
    /// Appends an entry, durable when this returns.
    void append(AuditEntry entry);
}
