package dev.countersign.refusal;

/// A "no" to who asks, not to what was asked: somebody else could have done it. The audit holds each.
public sealed interface PermissionRefusal
        permits CallRefusal.NotPermitted,
                CallRefusal.MfaRequired,
                ProtectionRefusal.NotAllowed,
                UserRefusal.Unmodifiable,
                UserRefusal.KeysNotDeletable,
                KeyRefusal.RootKeysUntouchable {}
