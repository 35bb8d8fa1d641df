package dev.countersign.verification;

import dev.countersign.refusal.SendRefusal;
import java.time.Instant;
import java.util.List;

/// What is to be done about a demand.
public sealed interface SendDecision {
    /// Nothing is sent.
    record Refuse(SendRefusal refusal) implements SendDecision {}

    /// The code of this verification goes out again.
    record Resend(String verificationId) implements SendDecision {}

    /// A new code goes out.
    ///
    /// @param replaced verifications that end now
    /// @param shortened verifications that end at `shortenedTo`, if they don't end before
    /// @param shortenedTo when
    record Fresh(List<String> replaced, List<String> shortened, Instant shortenedTo) implements SendDecision {}
}
