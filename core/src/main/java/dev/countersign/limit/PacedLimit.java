package dev.countersign.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Lets a few through at once, and afterwards one each so often: for what is too rare to be counted by the second. No
/// window begins anew, so that nobody gets twice as many through by waiting for its edge.
///
/// It counts in the memory of this node, for a bounded number of keys: while there are too many, a further one waits.
public final class PacedLimit {
    private static final Duration BETWEEN_SWEEPS = Duration.ofSeconds(1);

    private final Pace pace;
    private final int most;
    private final InstantSource clock;
    private final Map<String, Instant> wholeAt = new HashMap<>();
    private Instant swept = Instant.MIN;

    /// How many are let through.
    ///
    /// @param atOnce how many at one instant, by who has used up nothing
    /// @param every how long it takes until one more is
    public record Pace(int atOnce, Duration every) {
        /// @throws IllegalArgumentException for a number or a span below 1
        public Pace {
            if (atOnce < 1 || !every.isPositive()) {
                throw new IllegalArgumentException("a pace lets somebody through, and time passes");
            }
        }

        /// How long it takes until all that was used up is there again.
        Duration whole() {
            return every.multipliedBy(atOnce);
        }
    }

    /// @param pace how many are let through
    /// @param most how many keys are kept at once
    /// @param clock the time that it goes by
    public PacedLimit(Pace pace, int most, InstantSource clock) {
        this.pace = pace;
        this.most = most;
        this.clock = clock;
    }

    /// Lets one more through, and counts it; who is not let through is not counted.
    ///
    /// @param key what is counted
    /// @return how long to wait; empty for who is let through
    public synchronized Optional<Duration> admit(String key) {
        Instant now = clock.instant();
        Instant kept = wholeAt.getOrDefault(key, now);
        if (!wholeAt.containsKey(key) && full(now)) {
            return Optional.of(pace.every());
        }
        Instant whole = kept.isBefore(now) ? now : earlier(kept, now.plus(pace.whole()));
        Instant next = whole.plus(pace.every());
        Instant open = next.minus(pace.whole());
        if (open.isAfter(now)) {
            wholeAt.put(key, whole);
            return Optional.of(Duration.between(now, open));
        }
        wholeAt.put(key, next);
        return Optional.empty();
    }

    /// A clock that was set back makes nobody wait for longer than somebody who has used up everything.
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// Who has everything again need not be kept. They are looked for once a second at the most.
    private boolean full(Instant now) {
        boolean lately = !swept.isAfter(now) && swept.isAfter(now.minus(BETWEEN_SWEEPS));
        if (wholeAt.size() >= most && !lately) {
            wholeAt.values().removeIf(whole -> !whole.isAfter(now));
            swept = now;
        }
        return wholeAt.size() >= most;
    }
}
