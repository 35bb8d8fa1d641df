package dev.countersign.refusal;

/// A tenant's rules that are not taken.
public sealed interface RulesRefusal extends Refusal {
    /// The custom page is no address that a browser may be sent to with a token.
    record CustomPageInvalid() implements RulesRefusal {}

    /// One of the pages to return to is no absolute address, stands there twice, or there are too many.
    record ReturnToInvalid() implements RulesRefusal {}
}
