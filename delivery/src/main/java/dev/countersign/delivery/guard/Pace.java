package dev.countersign.delivery.guard;

import java.time.Duration;

/// How fast a carrier may be given messages.
///
/// @param perSecond how many a second
/// @param burst how many at once after a pause
/// @param patience how long a message waits for its turn before it is put back
public record Pace(double perSecond, int burst, Duration patience) {
    /// @throws IllegalArgumentException when a number is not positive, or the patience is beyond 10 seconds
    public Pace {
        if (!(perSecond > 0) || !(perSecond <= 1_000_000) || burst < 1) {
            throw new IllegalArgumentException("a pace is more than none and at most 1,000,000 a second");
        }
        if (patience.isNegative() || patience.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("a message waits for its turn for at most 10 seconds");
        }
    }

    /// So many a second, a tenth of them at once, and one second of patience.
    public static Pace of(double perSecond) {
        return new Pace(perSecond, Math.max(1, (int) (perSecond / 10)), Duration.ofSeconds(1));
    }
}
