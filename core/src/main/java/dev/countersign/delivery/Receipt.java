package dev.countersign.delivery;

import java.time.Instant;

/// The carrier's later word on one part of a message.
///
/// @param carrier who says so
/// @param reference the carrier's id for the part, as [Dispatch.Handed] gave it
/// @param state what became of it
/// @param error the carrier's error code; empty for none. Never text
/// @param at when it came to be so, as the carrier says; when we heard of it, when the carrier says nothing
public record Receipt(String carrier, String reference, State state, String error, Instant at) {
    /// What became of a part.
    public enum State {
        /// On its way; nothing is decided.
        UNDERWAY,
        /// The person's device has it.
        DELIVERED,
        /// It did not arrive, and will not.
        UNDELIVERED
    }

    /// Takes receipts.
    public interface Intake {
        /// Takes one. It is durable when this returns, so that the carrier may forget it.
        ///
        /// @throws RuntimeException when it could not be kept; the carrier should say it again
        void receive(Receipt receipt);
    }
}
