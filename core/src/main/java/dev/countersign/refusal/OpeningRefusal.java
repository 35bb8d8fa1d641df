package dev.countersign.refusal;

import java.time.Duration;

/// A challenge that is not opened. Nothing was stored.
public sealed interface OpeningRefusal extends Refusal {
    /// The tenant has no principal of that UIN.
    record SubjectUnknown() implements OpeningRefusal {}

    /// The address to return to is not registered with the tenant, or has a form that is not taken.
    record ReturnNotRegistered() implements OpeningRefusal {}

    /// An operation challenge without an operation, a login challenge with one, or fields that can't be shown.
    record OperationUnfit() implements OpeningRefusal {}

    /// The method that the protection names can't be used: nothing is bound for it, or nothing here runs it.
    ///
    /// @param method its word, as `Wechat`
    record AuthenticatorMissing(String method) implements OpeningRefusal {}

    /// A number or address was changed a short while ago, so that sensitive operations are held back.
    ///
    /// @param retryAfter until the cool-off ends
    record CoolingOff(Duration retryAfter) implements OpeningRefusal {}

    /// The installation has no address that browsers know it by.
    record NoPublicAddress() implements OpeningRefusal {}
}
