package dev.countersign.authenticator;

import dev.countersign.destination.Destination;

/// The factor that a principal has already, and shows before it gets another.
public sealed interface Current {
    /// Its device: the code that it computes.
    record Device() implements Current {}

    /// A code that is sent there.
    ///
    /// @param to a bound number or address
    record Sent(Destination to) implements Current {}
}
