package dev.countersign.verification;

import dev.countersign.destination.Destination;
import java.time.Instant;
import java.util.Optional;

/// Destinations with a code that is known beforehand: nothing is sent to them and they have no send limits,
/// until a date.
public interface TestNumbers {
    /// The fixed code of a destination at this time, if it is a test number.
    Optional<Code> codeFor(Destination destination, Instant now);

    /// No test numbers at all.
    static TestNumbers none() {
        return (destination, now) -> Optional.empty();
    }
}
