package dev.countersign.refusal;

/// A role that is not made, shown or deleted.
public sealed interface RoleRefusal extends Refusal
        permits DescriptionTooLong,
                TagsInvalid,
                RoleRefusal.NameInvalid,
                RoleRefusal.NameInUse,
                RoleRefusal.RolesFull,
                RoleRefusal.RoleUnknown {
    /// Not a name that a role can have.
    record NameInvalid() implements RoleRefusal {}

    /// The tenant has a role of that name.
    record NameInUse() implements RoleRefusal {}

    /// The tenant has as many roles as it may.
    ///
    /// @param limit the most that it may have
    record RolesFull(int limit) implements RoleRefusal {}

    /// The tenant has no such role.
    record RoleUnknown() implements RoleRefusal {}
}
