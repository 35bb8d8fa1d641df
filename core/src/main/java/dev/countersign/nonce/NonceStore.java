package dev.countersign.nonce;

/// Remembers nonces for as long as the calls that carry them would be accepted.
public interface NonceStore {
    /// Burns a nonce, in one step: of two calls with the same one, at the same instant, one is told that it is fresh.
    Outcome burn(Nonce nonce);

    /// What became of it.
    enum Outcome {
        /// It was not used before, and is now.
        FRESH,
        /// It was used before.
        USED,
        /// The call was signed at a time of which this store can't say what was used.
        TOO_OLD,
        /// There is no room for it, in the store or in its tenant's share. Nothing was forgotten for it.
        FULL
    }
}
