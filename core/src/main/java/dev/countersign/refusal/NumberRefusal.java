package dev.countersign.refusal;

/// A step that a phone number in a space does not take.
public sealed interface NumberRefusal extends Refusal
        permits SpaceUnknown,
                NumberRefusal.NumberUnknown,
                NumberRefusal.OutOfOrder,
                NumberRefusal.NumberTaken,
                NumberRefusal.WabaNotBound,
                NumberRefusal.NumbersReached {
    /// The space has no such number.
    record NumberUnknown() implements NumberRefusal {}

    /// The number's state does not allow the step.
    ///
    /// @param state where the number stands
    /// @param step what was to happen
    record OutOfOrder(String state, String step) implements NumberRefusal {}

    /// The number is connected in another space, and this step does not move it.
    record NumberTaken() implements NumberRefusal {}

    /// The space has no business account that a number could come to.
    record WabaNotBound() implements NumberRefusal {}

    /// The space has as many numbers as it may have.
    ///
    /// @param limit the most that it may have
    record NumbersReached(int limit) implements NumberRefusal {}
}
