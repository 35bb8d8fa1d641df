package dev.countersign.delivery;

import java.util.List;
import java.util.Optional;

/// Reads what became of messages.
public interface HistoryStore {
    /// A tenant's message.
    Optional<History> find(long tenant, String message);

    /// The messages of a tenant's verification, oldest first.
    List<History> ofVerification(long tenant, String verification);

    /// Where a verification's newest message stands, as [History#state]; empty when it has none.
    Optional<String> latestState(long tenant, String verification);
}
