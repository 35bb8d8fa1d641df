package dev.countersign.architecture.planted.value;

import dev.countersign.architecture.planted.refusal.Refused;

/// No leaf, and half of a cycle.
public record ValueThatKnowsRefusals(Refused refused) {}
