package dev.countersign.architecture.planted.server;

import dev.countersign.architecture.planted.verification.Verifications;
import java.time.Clock;
import java.time.Instant;

/// Constructs and grabs, as only the composition root may.
public record InnocentWiring(Verifications verifications, Instant startedAt) {
    /// Wires.
    public static InnocentWiring wire() {
        return new InnocentWiring(new Verifications(), Clock.systemUTC().instant());
    }
}
