package dev.countersign.refusal;

/// A result code or a proof that is not accepted.
public sealed interface ProofRefusal extends Refusal {
    /// The result code is unknown, used, too old, or another tenant's.
    record ResultCodeNotAccepted() implements ProofRefusal {}

    /// The proof is unknown, redeemed, too old, not signed by us, or another tenant's.
    record ProofNotAccepted() implements ProofRefusal {}

    /// The proof is about another operation than the one that was given.
    record OperationDiffers() implements ProofRefusal {}
}
