package dev.countersign.verification;

import java.time.Instant;
import java.util.Optional;

/// A caller's latest comparisons, to tell spraying: one guess on each of many numbers.
///
/// @param recent one character a comparison, oldest first: `w` wrong, `r` right
/// @param strikes how many waits in a row it has had
/// @param waitUntil nothing is compared for it before; empty for no wait
public record CallerRecord(String recent, int strikes, Optional<Instant> waitUntil) {
    /// No comparison yet.
    public static final CallerRecord NONE = new CallerRecord("", 0, Optional.empty());

    /// Whether nothing may be compared now.
    public boolean holdsBack(Instant now) {
        return waitUntil.map(now::isBefore).orElse(false);
    }
}
