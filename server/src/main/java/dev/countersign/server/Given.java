package dev.countersign.server;

import dev.countersign.value.RequestId;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.Supplier;

/// What the program takes from the world around it, so that a test can give it something else.
///
/// @param clock the real clock
/// @param random a cryptographic generator
/// @param requestIds names each request
public record Given(InstantSource clock, SecureRandom random, Supplier<RequestId> requestIds) {
    /// The system's own.
    public static Given system() {
        SecureRandom random = new SecureRandom();
        return new Given(InstantSource.system(), random, RequestId.from(random));
    }
}
