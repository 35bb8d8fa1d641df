package dev.countersign.store;

/// What came of verifying the audit.
public sealed interface AuditVerdict {
    /// Every entry stands as it was written, up to the last checkpoint and beyond.
    ///
    /// @param links how many links were followed
    /// @param entries how many entries they hold
    record Sound(long links, long entries) implements AuditVerdict {}

    /// Something was changed, taken out, put in or cut off.
    ///
    /// @param where what is wrong, and from which link or entry on; a sentence without its full stop
    record Broken(String where) implements AuditVerdict {}
}
