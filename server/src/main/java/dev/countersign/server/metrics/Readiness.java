package dev.countersign.server.metrics;

import java.util.Optional;

/// Whether calls will succeed now.
@FunctionalInterface
public interface Readiness {
    /// Why not; empty when they will. It must not take longer than a second, and must not hold a secret.
    Optional<String> missing();
}
