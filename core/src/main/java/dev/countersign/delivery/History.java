package dev.countersign.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that is known of a message: where it stands, each hand-over and each receipt. Never its text.
///
/// @param id its id
/// @param verification the verification that it is of; empty for a notice
/// @param channel the channel's word
/// @param to where it went, masked; empty when that is forgotten
/// @param purpose why
/// @param state due, leased, handed, delivered, undelivered, failed, expired or dropped
/// @param createdAt when it was written
/// @param dispatches the hand-overs in their order
/// @param parts what the carriers called its parts, in their order
public record History(
        String id,
        Optional<String> verification,
        String channel,
        Optional<String> to,
        String purpose,
        String state,
        Instant createdAt,
        List<Handing> dispatches,
        List<Part> parts) {
    /// One hand-over, as it is recorded.
    ///
    /// @param number counts from 1
    /// @param result handed, carrier-fault or destination-fault
    /// @param error the carrier's reason; empty for none
    public record Handing(
            int number,
            String carrier,
            String route,
            Instant at,
            Duration took,
            String result,
            Optional<String> error) {}

    /// A part that a carrier accepted.
    ///
    /// @param dispatch the number of the hand-over that it is of
    /// @param number counts from 1 within the hand-over
    /// @param reference the carrier's id for it
    /// @param state what the receipts say
    /// @param error the carrier's error code; empty for none
    /// @param at when the carrier says that it came to be so; empty until a receipt came
    public record Part(
            int dispatch,
            int number,
            String carrier,
            String reference,
            Receipt.State state,
            Optional<String> error,
            Optional<Instant> at) {}
}
