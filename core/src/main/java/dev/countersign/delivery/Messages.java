package dev.countersign.delivery;

import dev.countersign.tenant.Caller;
import java.util.List;
import java.util.Optional;

/// Tells what became of messages.
public final class Messages {
    private final HistoryStore store;

    /// @param store reads it
    public Messages(HistoryStore store) {
        this.store = store;
    }

    /// A message of the caller's tenant.
    public Optional<History> find(Caller caller, String id) {
        return store.find(caller.tenant().id(), id);
    }

    /// The messages of a verification of the caller's tenant, oldest first; none for an unknown one.
    public List<History> ofVerification(Caller caller, String verification) {
        return store.ofVerification(caller.tenant().id(), verification);
    }

    /// Where the newest message of a verification stands; empty when nothing was sent for it.
    public Optional<String> latestState(Caller caller, String verification) {
        return store.latestState(caller.tenant().id(), verification);
    }
}
