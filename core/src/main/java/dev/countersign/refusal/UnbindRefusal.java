package dev.countersign.refusal;

/// Something bound that is not taken away.
public sealed interface UnbindRefusal extends Refusal {
    /// The principal's protection demands it: the protection must be changed first.
    ///
    /// @param method the method that needs it, as it is published
    record FactorGuards(String method) implements UnbindRefusal {}
}
