package dev.countersign.refusal;

/// A space that is not told or changed.
public sealed interface SpaceRefusal extends Refusal
        permits SpaceUnknown, SpaceRefusal.WabaInvalid, SpaceRefusal.WabaTaken, SpaceRefusal.SpacesReached {
    /// Not the id of a business account.
    record WabaInvalid() implements SpaceRefusal {}

    /// Another tenant has bound the business account.
    record WabaTaken() implements SpaceRefusal {}

    /// The tenant has as many spaces as it may have.
    ///
    /// @param limit the most that it may have
    record SpacesReached(int limit) implements SpaceRefusal {}
}
