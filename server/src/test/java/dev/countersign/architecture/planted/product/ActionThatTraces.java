package dev.countersign.architecture.planted.product;

import io.opentelemetry.api.trace.Tracer;

/// A product that makes spans of its own.
public record ActionThatTraces(Tracer tracer) {}
