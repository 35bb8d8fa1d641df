package dev.countersign.verification;

/// What came of an attempt. It is kept, whichever it is, before anybody hears of it.
public sealed interface AttemptResult {
    /// The code is right; used up if the attempt said so.
    record Accepted(Verification verification) implements AttemptResult {}

    /// The code is wrong, there is none, or nothing was compared.
    ///
    /// @param triesLeft how many wrong codes the best live code still bears
    /// @param sprayed whether the caller has to wait from now on because it mostly guesses
    /// @param disabled whether this failure disabled the principal's authenticator
    record NotAccepted(int triesLeft, boolean sprayed, boolean disabled) implements AttemptResult {}

    /// This tenant has no verification of that id.
    record Unknown() implements AttemptResult {}
}
