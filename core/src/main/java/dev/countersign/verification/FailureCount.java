package dev.countersign.verification;

import java.time.Instant;
import java.util.Optional;

/// How often in a row wrong codes were given, over all codes, actions and wires.
///
/// @param inARow failures since the last success
/// @param waitUntil nothing is compared before; empty for no wait
/// @param lastAt the last failure
/// @param disabled whether a person must lift it
public record FailureCount(int inARow, Optional<Instant> waitUntil, Instant lastAt, boolean disabled) {
    /// No failure yet.
    public static final FailureCount NONE = new FailureCount(0, Optional.empty(), Instant.EPOCH, false);

    /// Whether nothing may be compared now.
    public boolean holdsBack(Instant now) {
        return disabled || waitUntil.map(now::isBefore).orElse(false);
    }
}
