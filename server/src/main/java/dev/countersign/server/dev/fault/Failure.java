package dev.countersign.server.dev.fault;

import java.time.Duration;

/// What a chosen fault does.
public sealed interface Failure {
    /// A failure of the call itself.
    sealed interface OfCall extends Failure {}

    /// The call is refused with this code, before its action runs.
    record Refuse(String code) implements OfCall {}

    /// The call is held back, and then goes on.
    record Delay(Duration span) implements OfCall {}

    /// The connection is closed without an answer; the action does not run.
    record Drop() implements OfCall {}

    /// The hand-over of a message fails.
    ///
    /// @param rejected false when the carrier fails, so that another try may help; true when it says that the
    ///     destination can't be reached
    record Carrier(boolean rejected) implements Failure {}

    /// The message is handed over, and its receipt is not what it should be.
    record Receipt(Kind kind) implements Failure {
        /// What is wrong with a receipt.
        public enum Kind {
            /// It says that the message did not arrive.
            UNDELIVERED,
            /// It never comes.
            LOST,
            /// It comes, but not before a carrier counts as slow.
            LATE
        }
    }
}
