package dev.countersign.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Lets a few through at once, and afterwards one each so often: for what is too rare to be counted by the second. No
/// window begins anew, so that nobody gets twice as many through by waiting for its edge.
///
/// It counts in the memory of this node, for a bounded number of keys: where there would be too many, the one that has
/// used up least is forgotten. So a flood of keys that are used once keeps no further key out, and takes the count of
/// none that has used up more.
public final class PacedLimit {
    private static final Comparator<Kept> LEAST_USED_FIRST =
            Comparator.comparing(Kept::whole).thenComparing(Kept::key);

    private final Pace pace;
    private final int most;
    private final InstantSource clock;
    private final Map<String, Kept> known = new HashMap<>();
    private final TreeSet<Kept> byUse = new TreeSet<>(LEAST_USED_FIRST);

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

    /// What is known of a key.
    ///
    /// @param whole when it has everything again: the later, the more it has used up
    private record Kept(String key, Instant whole) {}

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
        Kept before = known.get(key);
        Instant kept = before == null ? now : before.whole();
        Instant whole = kept.isBefore(now) ? now : earlier(kept, now.plus(pace.whole()));
        Instant next = whole.plus(pace.every());
        Instant open = next.minus(pace.whole());
        keep(new Kept(key, open.isAfter(now) ? whole : next), now);
        return open.isAfter(now) ? Optional.of(Duration.between(now, open)) : Optional.empty();
    }

    /// A clock that was set back makes nobody wait for longer than somebody who has used up everything.
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// Who has everything again need not be kept.
    private void keep(Kept kept, Instant now) {
        Kept before = known.put(kept.key(), kept);
        if (before != null) {
            byUse.remove(before);
        }
        while (!byUse.isEmpty()
                && (known.size() > most || !byUse.first().whole().isAfter(now))) {
            known.remove(byUse.removeFirst().key());
        }
        byUse.add(kept);
    }
}
