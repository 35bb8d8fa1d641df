package dev.countersign.authenticator;

import dev.countersign.authenticator.CodeOutcome.NotAccepted;

/// What came of confirming a change.
public sealed interface ConfirmOutcome {
    /// It is made.
    ///
    /// @param change with its end
    record Confirmed(Change change) implements ConfirmOutcome {}

    /// It had ended before, or what it went by has changed.
    record Ended(Change.Status status) implements ConfirmOutcome {}

    /// The code to the new number or address is not accepted; the current factor was not looked at.
    record CodeRefused(NotAccepted why) implements ConfirmOutcome {}

    /// The current factor is not accepted; the code to the new number or address stays good.
    record CurrentRefused(NotAccepted why) implements ConfirmOutcome {}
}
