package dev.countersign.delivery.guard;

import java.time.Duration;

/// When a carrier is left alone because it fails.
///
/// @param window how many hand-overs are looked back at
/// @param least how many there must be before anything is judged
/// @param share how much of them, in percent, may fail
/// @param rest how long it is left alone
/// @param probes how many hand-overs try it out afterwards
public record Breaking(int window, int least, int share, Duration rest, int probes) {
    /// @throws IllegalArgumentException when a number is out of its range
    public Breaking {
        if (window < 1 || least < 1 || least > window || share < 1 || share > 100 || probes < 1) {
            throw new IllegalArgumentException(
                    "a breaker looks back at 1 or more, judges from 1 to that many, and bears 1 to 100 percent");
        }
        if (!rest.isPositive()) {
            throw new IllegalArgumentException("a breaker rests for longer than nothing");
        }
    }

    /// Half of the last 50, of 10 at least; 10 seconds; 3 probes.
    public static Breaking standard() {
        return new Breaking(50, 10, 50, Duration.ofSeconds(10), 3);
    }
}
