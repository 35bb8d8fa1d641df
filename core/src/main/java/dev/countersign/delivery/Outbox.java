package dev.countersign.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Messages that were written but not yet handed over.
public interface Outbox {
    /// Takes due messages, oldest due first, so that nobody else takes them during the lease. Messages whose
    /// verification has ended are dropped and recorded as such, not returned.
    ///
    /// @param most how many at the most
    /// @param lease after how long a message that was not settled is due again
    List<DueMessage> take(int most, Instant now, Duration lease);

    /// Prolongs the leases of messages that are still under way.
    ///
    /// @param until when they are due again, unless they are settled before
    void renew(List<String> messageIds, Instant until);

    /// Records what came of the hand-overs, all in one commit.
    void settle(List<Settlement> settlements, Instant now);

    /// Ends the leases that this process held before it was restarted.
    void releaseLeases();

    /// How many messages wait.
    long backlog();

    /// What came of one take of a message.
    ///
    /// @param messageId the message
    /// @param attempt how many hand-overs came before, as [DueMessage#attempt] said
    /// @param tried the hand-overs in their order; none when no carrier could be asked, which counts as no try
    /// @param nextAt when it is due again, unless it was handed over or can't be
    record Settlement(String messageId, int attempt, List<Tried> tried, Instant nextAt) {
        /// Copies the list.
        public Settlement {
            tried = List.copyOf(tried);
        }

        /// The last carrier's answer; empty when none was asked.
        public Optional<Dispatch> result() {
            return tried.isEmpty()
                    ? Optional.empty()
                    : Optional.of(tried.getLast().dispatch());
        }

        /// How many hand-overs count when this one is settled: a carrier that was busy took nothing.
        public int attempts() {
            return attempt
                    + (int) tried.stream()
                            .filter(one -> !(one.dispatch() instanceof Dispatch.Busy))
                            .count();
        }
    }

    /// One hand-over.
    ///
    /// @param leg which message went which way
    /// @param at when it began
    /// @param took how long the carrier thought
    record Tried(DeliveryWatch.Leg leg, Instant at, Duration took, Dispatch dispatch) {}
}
