package dev.countersign.webhook;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// A tenant's wish to be told.
///
/// @param tenant whose it is
/// @param id its name, which the tenant chose
/// @param url where events are posted to
/// @param events which; all when empty
/// @param active whether anything is posted now; what is due meanwhile waits, and is given up as anything else
/// @param createdAt when it was made
/// @param changedAt when it was last changed, its keys included
/// @param previousUntil until when the key before the present one signs beside it; empty when none does
public record Subscription(
        long tenant,
        String id,
        String url,
        Set<EventType> events,
        boolean active,
        Instant createdAt,
        Instant changedAt,
        Optional<Instant> previousUntil) {
    /// Copies the set.
    public Subscription {
        events = events.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(events));
    }

    /// What the audit calls it.
    public static String subject(String id) {
        return "webhook/" + id;
    }
}
