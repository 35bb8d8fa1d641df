package dev.countersign.gateway;

import java.util.Optional;

/// Failures that a developer chose beforehand, to see how a client takes them.
@FunctionalInterface
public interface Interventions {
    /// What to do to this call instead of, or before, performing it.
    ///
    /// @param action the action's name
    /// @param destination digits or address that it is about; empty for none
    Optional<Intervention> before(String action, String destination);

    /// No failures.
    static Interventions none() {
        return (action, destination) -> Optional.empty();
    }

    /// What is done.
    sealed interface Intervention {}

    /// It is refused with this code.
    record Fail(String code) implements Intervention {}

    /// The connection is closed without an answer.
    record Drop() implements Intervention {}

    /// It was held back for a while, and is performed now.
    record Delayed() implements Intervention {}
}
