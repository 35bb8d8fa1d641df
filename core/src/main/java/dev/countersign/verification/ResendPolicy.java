package dev.countersign.verification;

/// What a second demand for the same binding does to the first code.
public enum ResendPolicy {
    /// The same code goes out again while at least half of its life is left; later, a new one beside it.
    REUSE,
    /// A new code; the old one dies at once.
    ROTATE,
    /// A new code; the old one still lives for a short grace.
    ROTATE_GRACE
}
