package dev.countersign.authenticator;

/// What came of giving a code. It is kept, whichever it is, before anybody hears of it.
public sealed interface CodeOutcome {
    /// It is right and is used up.
    record Accepted() implements CodeOutcome {}

    /// It is wrong, or nothing was compared.
    ///
    /// @param triesLeft how many wrong codes it still bears; 0 when there is none, or none counts
    /// @param sprayed whether the caller has to wait from now on because it mostly guesses
    /// @param disabled whether this failure disabled the authenticator
    record NotAccepted(int triesLeft, boolean sprayed, boolean disabled) implements CodeOutcome {
        /// Nothing was compared.
        public static final NotAccepted NOT_COMPARED = new NotAccepted(0, false, false);
    }
}
