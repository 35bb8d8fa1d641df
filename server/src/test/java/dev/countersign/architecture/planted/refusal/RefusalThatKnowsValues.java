package dev.countersign.architecture.planted.refusal;

import dev.countersign.architecture.planted.value.Secret;

/// No leaf, and the other half of a cycle.
public record RefusalThatKnowsValues(Secret secret) {}
