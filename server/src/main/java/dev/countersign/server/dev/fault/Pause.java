package dev.countersign.server.dev.fault;

import java.time.Duration;

/// Holds a call back. `Thread::sleep` is one.
@FunctionalInterface
public interface Pause {
    /// Returns after the span.
    ///
    /// @throws InterruptedException when the server stops meanwhile
    void rest(Duration span) throws InterruptedException;
}
