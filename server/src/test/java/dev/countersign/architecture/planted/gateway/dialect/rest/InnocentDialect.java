package dev.countersign.architecture.planted.gateway.dialect.rest;

/// Knows nobody.
public record InnocentDialect(String name) {}
