package dev.countersign.refusal;

/// An access key that is not made, listed, changed or deleted. Nothing was done.
public sealed interface KeyRefusal extends Refusal {
    /// The tenant has no such principal.
    record HolderUnknown() implements KeyRefusal {}

    /// The principal has as many keys as it may.
    ///
    /// @param limit the most that it may have
    record TooManyKeys(int limit) implements KeyRefusal {}

    /// The root's keys are the root's own business.
    record RootKeysUntouchable() implements KeyRefusal, PermissionRefusal {}

    /// The tenant has no such key.
    record AccessKeyUnknown() implements KeyRefusal {}

    /// The key is another principal's of this tenant.
    record KeyOfAnother() implements KeyRefusal {}
}
