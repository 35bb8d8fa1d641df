package dev.countersign.refusal;

/// A custom token that is not told or not spent.
public sealed interface TokenRefusal extends Refusal {
    /// It is unknown, expired, spent, another tenant's or the caller's own. The cases look alike on purpose.
    record TokenNotAccepted() implements TokenRefusal {}
}
