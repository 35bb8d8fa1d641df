package dev.countersign.refusal;

/// A code that is not accepted.
public sealed interface CheckRefusal extends Refusal permits CodeNotAccepted, CheckRefusal.VerificationUnknown {
    /// This tenant has no verification of that id.
    record VerificationUnknown() implements CheckRefusal {}
}
