package dev.countersign.refusal;

/// A policy that is not made, changed, shown or attached.
public sealed interface PolicyRefusal extends Refusal
        permits DescriptionTooLong,
                TagsInvalid,
                UserUnknown,
                PolicyRefusal.NameInvalid,
                PolicyRefusal.NameInUse,
                PolicyRefusal.PoliciesFull,
                PolicyRefusal.AttachmentsFull,
                PolicyRefusal.IdInvalid,
                PolicyRefusal.PolicyUnknown,
                PolicyRefusal.NameUnknown,
                PolicyRefusal.PresetIsFixed {
    /// Not a name that a policy can have.
    record NameInvalid() implements PolicyRefusal {}

    /// The tenant has a policy of that name, or a preset one has it.
    record NameInUse() implements PolicyRefusal {}

    /// The tenant has as many policies as it may.
    ///
    /// @param limit the most that it may have
    record PoliciesFull(int limit) implements PolicyRefusal {}

    /// The user or role has as many policies as it may.
    ///
    /// @param limit the most that it may have
    record AttachmentsFull(int limit) implements PolicyRefusal {}

    /// Not a number that can be a policy's id.
    record IdInvalid() implements PolicyRefusal {}

    /// The tenant has no policy of that id, and there is no preset one.
    record PolicyUnknown() implements PolicyRefusal {}

    /// The tenant has no policy of that name, and there is no preset one.
    record NameUnknown() implements PolicyRefusal {}

    /// A preset policy belongs to everybody: nobody changes or deletes it.
    record PresetIsFixed() implements PolicyRefusal {}
}
