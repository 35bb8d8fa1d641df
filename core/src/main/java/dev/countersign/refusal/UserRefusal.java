package dev.countersign.refusal;

/// A user that is not added, found, changed or deleted. Nothing was done.
public sealed interface UserRefusal extends Refusal {
    /// The tenant has no user of that name.
    record UserUnknown() implements UserRefusal {}

    /// The tenant has a principal of that name already.
    record NameTaken() implements UserRefusal {}

    /// The tenant has as many users as it may.
    ///
    /// @param limit the most that it may have
    record UsersFull(int limit) implements UserRefusal {}

    /// The tenant has added as many users in this hour as it may.
    ///
    /// @param limit the most that it may add in an hour
    record NewUsersTooMany(int limit) implements UserRefusal {}

    /// The password is too short, too long, or lacks a kind of character.
    record PasswordAgainstRules() implements UserRefusal {}

    /// The root, one's own number or address, or oneself: nobody changes these here.
    record Unmodifiable() implements UserRefusal, PermissionRefusal {}

    /// The user has keys, and they were not to be deleted with it.
    record KeysRemain() implements UserRefusal {}

    /// The user's keys were to be deleted with it, which the caller may not do.
    record KeysNotDeletable() implements UserRefusal, PermissionRefusal {}
}
