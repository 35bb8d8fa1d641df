package dev.countersign.migration;

import dev.countersign.destination.PhoneNumber;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Purpose;
import java.util.Optional;

/// A step that a number in a space is to take.
///
/// @param space where
/// @param phone which
/// @param step what
/// @param name what its owner shows as, when it is added; empty for as it is
/// @param freshId the id to use if the space has not got it yet
/// @param verification the verification whose code matched, for a step that uses it up
public record NumberMove(
        Space space, PhoneNumber phone, NumberStep step, String name, String freshId, Optional<String> verification) {
    /// What a code of this number in this space is bound to, so that one is worth nothing in another space.
    public Binding binding() {
        Purpose purpose = step == NumberStep.ASK_TO_MIGRATE || step == NumberStep.VERIFY
                ? Purpose.MIGRATION
                : Purpose.NUMBER_REGISTRATION;
        return new Binding(space.tenant(), purpose, phone, Optional.empty(), "space/" + space.id());
    }
}
