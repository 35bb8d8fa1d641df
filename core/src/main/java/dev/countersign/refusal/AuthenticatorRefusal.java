package dev.countersign.refusal;

/// Something about a principal's authenticators that is not done. Nothing was changed but counts.
public sealed interface AuthenticatorRefusal extends Refusal {
    /// The tenant has no principal of that UIN.
    record HolderUnknown() implements AuthenticatorRefusal {}

    /// There is no authenticator of that name.
    record KindUnknown() implements AuthenticatorRefusal {}

    /// Nobody does this for itself: another administrator must.
    record OwnPrincipal() implements AuthenticatorRefusal {}

    /// The number or address is bound to the principal already.
    record AlreadyBound() implements AuthenticatorRefusal {}

    /// Nothing of the kind is bound.
    record NotBound() implements AuthenticatorRefusal {}

    /// The principal has no change of that id.
    record ChangeUnknown() implements AuthenticatorRefusal {}

    /// The change has ended, or what it went by has changed.
    ///
    /// @param status `confirmed`, `expired` or `replaced`
    record ChangeEnded(String status) implements AuthenticatorRefusal {}

    /// What is bound keeps changing while this is done; nothing was sent.
    record ChangeContended() implements AuthenticatorRefusal {}

    /// The code of the current factor is not accepted: wrong, expired, used, or nothing is compared just now.
    ///
    /// @param triesLeft how many wrong codes it still bears; 0 where none is live, or it is a device's
    record CurrentNotAccepted(int triesLeft) implements AuthenticatorRefusal {}

    /// The principal has a device: its present code allows another one, and nothing else does.
    record DevicePresent() implements AuthenticatorRefusal {}

    /// Nothing is bound that a code could be sent to: an administrator's code is needed.
    record NowhereToSend() implements AuthenticatorRefusal {}

    /// No failures hold it back.
    record NothingToLift() implements AuthenticatorRefusal {}
}
