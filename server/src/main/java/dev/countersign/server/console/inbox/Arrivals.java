package dev.countersign.server.console.inbox;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// Waits for messages.
public interface Arrivals {
    /// Looks, and again after every arrival, until there is something or the time is over.
    ///
    /// @param look finds what is waited for
    /// @param most how long to wait, by the real clock
    /// @return what the last look found; nothing also when this server stops
    <T> List<T> first(Supplier<List<T>> look, Duration most);
}
