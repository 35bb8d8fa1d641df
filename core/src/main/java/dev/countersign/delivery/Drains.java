package dev.countersign.delivery;

import dev.countersign.audit.AuditEntry;
import java.util.Set;

/// Which carriers are drained, as this process knows it: from the start, from its own changes, and from others'
/// after a while.
public final class Drains {
    private final DrainStore store;
    private volatile Set<String> known;

    /// @param store where it is kept
    public Drains(DrainStore store) {
        this.store = store;
        this.known = store.drained();
    }

    /// Whether a carrier gets no further messages.
    public boolean drained(String carrier) {
        return known.contains(carrier);
    }

    /// Drains a carrier, or ends that: at once here.
    void put(String carrier, boolean drained, AuditEntry entry) {
        store.drain(carrier, drained, entry);
        refresh();
    }

    /// Looks what other processes have changed.
    public void refresh() {
        known = store.drained();
    }
}
