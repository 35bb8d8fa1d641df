package dev.countersign.policy;

/// Who has a policy.
public sealed interface Holder {
    /// A user.
    record OfUser(long uin) implements Holder {}

    /// A role.
    record OfRole(long id) implements Holder {}
}
