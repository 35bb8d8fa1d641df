package dev.countersign.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is moved. For any number of threads.
public final class TestClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /// @param start what it shows at first
    public TestClock(Instant start) {
        this.now = new AtomicReference<>(start);
    }

    /// A clock at a round hour of an ordinary day.
    public static TestClock atNoon() {
        return new TestClock(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /// Moves it on.
    ///
    /// @return what it shows now
    public Instant advance(Duration by) {
        return now.updateAndGet(before -> before.plus(by));
    }

    /// Sets it, forwards or back.
    public void set(Instant to) {
        now.set(to);
    }
}
