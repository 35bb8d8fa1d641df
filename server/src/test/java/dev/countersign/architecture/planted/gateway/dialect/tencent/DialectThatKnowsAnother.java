package dev.countersign.architecture.planted.gateway.dialect.tencent;

import dev.countersign.architecture.planted.gateway.dialect.rest.InnocentDialect;

/// One vendor on another.
public record DialectThatKnowsAnother(InnocentDialect other) {}
