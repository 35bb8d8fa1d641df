package dev.countersign.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Messages that were written but not yet handed over.
public interface Outbox {
    /// Takes due messages, oldest due first, so that nobody else takes them during the lease. Messages whose
    /// verification has ended are dropped and recorded as such, not returned.
    ///
    /// @param most how many at the most
    /// @param lease after how long a message that was not settled is due again
    List<DueMessage> take(int most, Instant now, Duration lease);

    /// Records what came of the hand-overs.
    void settle(List<Settlement> settlements, Instant now);

    /// Ends the leases that this process held before it was restarted.
    void releaseLeases();

    /// How many messages wait.
    long backlog();

    /// What came of one hand-over.
    ///
    /// @param messageId the message
    /// @param carrier the carrier's name
    /// @param dispatch its answer
    /// @param nextAt when to try again, for a fault of the carrier's
    record Settlement(String messageId, String carrier, Dispatch dispatch, Instant nextAt) {}
}
