package dev.countersign.architecture.planted.product;

import dev.countersign.architecture.planted.gateway.dialect.rest.InnocentDialect;

/// A product on a dialect.
public record ActionThatKnowsADialect(InnocentDialect dialect) {}
