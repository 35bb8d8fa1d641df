package dev.countersign.server.journal;

import dev.countersign.gateway.Outcome;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.time.Instant;

/// One request, as the journal keeps it.
///
/// @param id the request id
/// @param came how it came
/// @param took from its arrival at the gateway to its answer
/// @param outcome what became of it, veiled
public record Entry(RequestId id, Came came, Duration took, Outcome outcome) {
    /// How a request came.
    ///
    /// @param at when
    /// @param method the HTTP method
    /// @param source the address of the peer
    public record Came(Instant at, String method, String source) {}
}
