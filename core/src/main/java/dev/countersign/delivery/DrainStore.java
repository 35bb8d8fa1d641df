package dev.countersign.delivery;

import dev.countersign.audit.AuditEntry;
import java.util.Set;

/// Keeps which carriers are drained: they get no further messages until an operator says otherwise.
public interface DrainStore {
    /// The names of the drained carriers.
    Set<String> drained();

    /// Drains a carrier, or ends that.
    ///
    /// @param entry appended to the audit in the same step; not when nothing changes
    /// @return whether anything changed
    boolean drain(String carrier, boolean drained, AuditEntry entry);
}
