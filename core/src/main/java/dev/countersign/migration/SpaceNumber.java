package dev.countersign.migration;

import dev.countersign.destination.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A phone number in a space.
///
/// @param id its id, digits; it stays the same for as long as the space has the number
/// @param space the id of the space
/// @param tenant whose it is
/// @param phone the number
/// @param state where it stands
/// @param name what its owner shows as; empty when none was given
/// @param verifiedAt when a code proved it last; empty when none has since it came in
/// @param createdAt when the space got it
public record SpaceNumber(
        String id,
        String space,
        long tenant,
        PhoneNumber phone,
        NumberState state,
        String name,
        Optional<Instant> verifiedAt,
        Instant createdAt) {
    /// How long a number stays proven.
    public static final Duration VERIFIED_FOR = Duration.ofDays(14);

    /// Whether it is proven at this time.
    public boolean verified(Instant now) {
        return verifiedAt.filter(at -> now.isBefore(at.plus(VERIFIED_FOR))).isPresent();
    }

    /// The same at this time: what has lapsed since is not verified any more.
    public SpaceNumber at(Instant now) {
        return state == NumberState.VERIFIED && !verified(now)
                ? standing(state.after(NumberStep.LAPSE).orElseThrow(), name, verifiedAt)
                : this;
    }

    SpaceNumber standing(NumberState next, String called, Optional<Instant> proven) {
        return new SpaceNumber(id, space, tenant, phone, next, called, proven, createdAt);
    }
}
