package dev.countersign.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved. For any number of threads.
public final class TestClock implements InstantSource {
    private volatile Instant now;

    /// @param start what it shows at first
    public TestClock(Instant start) {
        this.now = start;
    }

    /// A clock at a round hour of an ordinary day.
    public static TestClock atNoon() {
        return new TestClock(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /// Moves it on.
    ///
    /// @return what it shows now
    public synchronized Instant advance(Duration by) {
        Instant moved = now.plus(by);
        now = moved;
        return moved;
    }

    /// Sets it, forwards or back.
    public synchronized void set(Instant to) {
        now = to;
    }
}
