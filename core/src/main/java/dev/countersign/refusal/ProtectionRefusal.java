package dev.countersign.refusal;

/// A protection that is not told or not changed.
public sealed interface ProtectionRefusal extends Refusal {
    /// Not a number that can be a UIN.
    record UinInvalid() implements ProtectionRefusal {}

    /// The tenant has no such principal.
    record UserUnknown() implements ProtectionRefusal {}

    /// The caller may call this, but not for this principal or not to this effect.
    record NotAllowed() implements ProtectionRefusal, PermissionRefusal {}
}
