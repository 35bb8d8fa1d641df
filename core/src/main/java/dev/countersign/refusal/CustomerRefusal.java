package dev.countersign.refusal;

/// A question about a partner's customers that gets no answer.
public sealed interface CustomerRefusal extends Refusal {
    /// Not a number that can be a UIN.
    record UinInvalid() implements CustomerRefusal {}

    /// The UIN exists nowhere or is no customer of this partner.
    record NotACustomer() implements CustomerRefusal {}

    /// The page or its size is outside of what is served.
    record PageInvalid() implements CustomerRefusal {}
}
