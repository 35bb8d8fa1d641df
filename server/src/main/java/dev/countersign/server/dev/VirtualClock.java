package dev.countersign.server.dev;

import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A clock that goes as fast as the real one, and can be moved: everything of ours that waits or expires obeys
/// it.
public final class VirtualClock implements InstantSource {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-12-31T23:59:59Z");

    private final InstantSource real;
    private final OffsetStore store;
    private final List<Runnable> moved = new CopyOnWriteArrayList<>();
    private volatile long offsetMillis;

    /// Goes on with the offset that was kept.
    ///
    /// @param real the clock that it differs from
    /// @param store keeps the offset
    public VirtualClock(InstantSource real, OffsetStore store) {
        this.real = real;
        this.store = store;
        this.offsetMillis = store.read();
    }

    @Override
    public Instant instant() {
        return real.instant().plusMillis(offsetMillis);
    }

    /// How far it is ahead of the real clock, in milliseconds; negative when behind.
    public long offsetMillis() {
        return offsetMillis;
    }

    /// Tells somebody after each move, such as the courier, whose messages may be due now.
    ///
    /// @param listener must not block
    public void whenMoved(Runnable listener) {
        moved.add(listener);
    }

    /// Moves it forward.
    ///
    /// @throws Declined when that leads beyond the year 2200
    public synchronized void advance(Duration span) {
        Duration left = Duration.between(instant(), LATEST);
        if (span.compareTo(left) > 0) {
            throw outside();
        }
        keep(offsetMillis + span.toMillis());
    }

    /// Moves it to a time, forward or back. It reads that time or, by less than a millisecond, a later one.
    ///
    /// @throws Declined for a time outside of the years 2000 to 2200
    public synchronized void set(Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw outside();
        }
        keep(Math.ceilDiv(Duration.between(real.instant(), time).toNanos(), 1_000_000L));
    }

    /// Moves it back to the real time.
    public synchronized void back() {
        keep(0);
    }

    /// Takes the offset from the store, after the store was exchanged.
    public synchronized void reload() {
        offsetMillis = store.read();
        moved.forEach(Runnable::run);
    }

    private void keep(long millis) {
        store.write(millis);
        offsetMillis = millis;
        moved.forEach(Runnable::run);
    }

    private static Declined outside() {
        return Declined.malformed("the clock stays within the years 2000 to 2200")
                .because(Reason.YEARS, "");
    }
}
