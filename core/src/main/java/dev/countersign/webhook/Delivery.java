package dev.countersign.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One event on its way to one receiver, as the log shows it.
///
/// @param id its id, a UUID that sorts by time
/// @param webhook the name of the subscription
/// @param event the event's id
/// @param type the event's type
/// @param state where it stands
/// @param createdAt when the event happened
/// @param dueAt when it is tried next; empty when it is settled
/// @param tries the newest tries, oldest first
public record Delivery(
        String id,
        String webhook,
        String event,
        EventType type,
        State state,
        Instant createdAt,
        Optional<Instant> dueAt,
        List<Try> tries) {
    /// Copies the list.
    public Delivery {
        tries = List.copyOf(tries);
    }

    /// Where a delivery stands.
    public enum State {
        /// It is tried when its time comes, or just now.
        DUE,
        /// The receiver has it.
        DELIVERED,
        /// It was given up.
        FAILED;

        /// The word for it in answers and tables.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One try.
    ///
    /// @param number from 1
    /// @param at when it began
    /// @param took until the answer, or until none came
    /// @param status the answer's; empty when there was none
    /// @param error why there was none, in fixed words
    public record Try(int number, Instant at, Duration took, Optional<Integer> status, Optional<String> error) {}
}
