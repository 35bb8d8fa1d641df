package dev.countersign.delivery.http;

import java.time.Duration;

/// Where a carrier may go, and how long it may take.
///
/// @param connect how long a connection may take to stand
/// @param answer how long the whole answer may take, connecting included
/// @param inside whether it may go to private, loopback and link-local addresses: the operator's own network
public record Reach(Duration connect, Duration answer, boolean inside) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /// @throws IllegalArgumentException when a time is not positive, or beyond 60 seconds
    public Reach {
        if (!sound(connect) || !sound(answer)) {
            throw new IllegalArgumentException("times are longer than nothing and at most 60 seconds");
        }
    }

    /// 5 seconds to connect, 15 for the answer, the internet only.
    public static Reach standard() {
        return new Reach(Duration.ofSeconds(5), Duration.ofSeconds(15), false);
    }

    private static boolean sound(Duration span) {
        return span.isPositive() && span.compareTo(LONGEST) <= 0;
    }
}
