package dev.countersign.delivery.smpp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// How fast messages may go: never above the agreed rate, and slower while the message centre says that it is too
/// much. It is left alone for a pause that doubles while the complaint is repeated; then at half the rate at which it
/// complained, which grows again by a tenth a second.
final class Pace {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final double SLOWEST = 1;
    private static final double GROWTH = 1.1;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final InstantSource clock;
    private final double agreed;
    private boolean slowed;
    private double slowedTo;
    private double complainedAt;
    private Instant next;
    private Instant pausedUntil;
    private Duration pause = FIRST_PAUSE;
    private Instant secondBegan;
    private Instant seen;
    private int thisSecond;
    private int lastSecond;

    /// @param perSecond the agreed rate; 0 for none
    Pace(InstantSource clock, int perSecond) {
        this.clock = clock;
        this.agreed = perSecond == 0 ? Double.POSITIVE_INFINITY : perSecond;
        this.next = clock.instant();
        this.pausedUntil = next;
        this.secondBegan = next;
        this.seen = next;
    }

    /// Takes a turn.
    ///
    /// @param longest how long the caller would wait for it
    /// @return how long it has to wait; empty when it would be longer, and then no turn is taken
    synchronized Optional<Duration> take(Duration longest) {
        Instant now = now();
        Instant turn = latest(now);
        Duration wait = Duration.between(now, turn);
        if (wait.compareTo(longest) > 0) {
            return Optional.empty();
        }
        double rate = rate(now);
        if (rate != Double.POSITIVE_INFINITY) {
            next = turn.plusNanos((long) (SECOND / rate));
        }
        return Optional.of(wait);
    }

    /// How long until the next turn.
    synchronized Duration ahead() {
        Instant now = now();
        return Duration.between(now, latest(now));
    }

    /// How long the message centre is left alone; zero for not at all.
    synchronized Duration paused() {
        Duration left = Duration.between(now(), pausedUntil);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// A message was accepted.
    synchronized void accepted() {
        count();
        if (paused().isZero()) {
            pause = FIRST_PAUSE;
        }
    }

    /// A message was turned away as too much. Those that were on their way when it began are one complaint.
    ///
    /// @return the pause when one begins; empty within one
    synchronized Optional<Duration> throttled() {
        if (!paused().isZero()) {
            return Optional.empty();
        }
        count();
        complainedAt = Math.min(rate(now()), Math.max(SLOWEST, Math.max(thisSecond, lastSecond)));
        slowedTo = Math.max(SLOWEST, complainedAt / 2);
        slowed = true;
        Duration began = pause;
        pausedUntil = now().plus(began);
        next = pausedUntil;
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return Optional.of(began);
    }

    /// The rate now: the agreed one, unless a complaint is remembered. Without an agreed one, it is forgotten when
    /// twice as much as it complained at would be allowed.
    private double rate(Instant now) {
        if (slowed) {
            long passed = Math.max(0, Duration.between(pausedUntil, now).toMillis());
            double grown = slowedTo * Math.pow(GROWTH, passed / 1000.0);
            slowed = grown < Math.min(agreed, 2 * complainedAt);
            if (slowed) {
                return grown;
            }
        }
        return agreed;
    }

    /// Answers by second, to know what it bore when no rate is agreed.
    private void count() {
        Instant now = now();
        long passed = Duration.between(secondBegan, now).toSeconds();
        if (passed > 0) {
            lastSecond = passed == 1 ? thisSecond : 0;
            thisSecond = 0;
            secondBegan = now;
        }
        thisSecond++;
    }

    /// The time. When the clock was put back, what was reckoned by it is forgotten, lest a turn be an hour away.
    private Instant now() {
        Instant now = clock.instant();
        if (now.isBefore(seen)) {
            next = now;
            pausedUntil = now;
            secondBegan = now;
        }
        seen = now;
        return now;
    }

    private Instant latest(Instant now) {
        Instant free = next.isAfter(now) ? next : now;
        return pausedUntil.isAfter(free) ? pausedUntil : free;
    }
}
