package dev.countersign.webhook;

import java.util.List;

/// Keeps events. It writes them itself, in the commit of the change that they tell of, from when a tenant has its
/// first subscription.
public interface EventStore {
    /// A tenant's events after a number, in the order of their numbers. Since numbers follow the commits, nothing
    /// can appear later before what was read.
    ///
    /// @param after the last number that was read; 0 for the oldest that is kept
    /// @param most how many at the most
    List<Event> after(long tenant, long after, int most);
}
