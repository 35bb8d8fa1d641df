package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.verification.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A message that was taken from the outbox to be handed over now, with the code that it carries, if any.
///
/// @param id its id, the same at every hand-over: the carrier's idempotency reference
/// @param tenant whose it is
/// @param channel how it travels
/// @param to where it goes
/// @param purpose why, as [dev.countersign.verification.Purpose] or [Notice.Kind] names it
/// @param locale the language
/// @param code what it says; empty for a notice
/// @param expiresAt when the code ends, or the notice is old
/// @param attempt how many hand-overs came before this one
/// @param details what it says after the code, as an operation's fields; empty for nothing
/// @param past what came before
public record DueMessage(
        String id,
        long tenant,
        Channel channel,
        Destination to,
        String purpose,
        String locale,
        Optional<Code> code,
        Instant expiresAt,
        int attempt,
        String details,
        Past past) {
    /// What came before a hand-over.
    ///
    /// @param createdAt when the message was written
    /// @param perhapsWith the carrier that may have it already, though it did not say so
    /// @param trace where its request stands in a trace, as W3C `traceparent` writes it; empty for nowhere
    public record Past(Instant createdAt, Optional<String> perhapsWith, Optional<String> trace) {}

    /// A message that nobody may have yet, written a code's lifetime before it ends.
    public DueMessage(
            String id,
            long tenant,
            Channel channel,
            Destination to,
            String purpose,
            String locale,
            Optional<Code> code,
            Instant expiresAt,
            int attempt,
            String details) {
        this(
                id,
                tenant,
                channel,
                to,
                purpose,
                locale,
                code,
                expiresAt,
                attempt,
                details,
                new Past(
                        expiresAt.minus(dev.countersign.verification.VerificationPolicy.LONGEST_LIFETIME),
                        Optional.empty(),
                        Optional.empty()));
    }

    /// How many minutes it is still good for, as a person is told: rounded, at least 1.
    public long minutesLeft(Instant now) {
        return Math.max(1, Duration.between(now, expiresAt).plusSeconds(30).toMinutes());
    }
}
