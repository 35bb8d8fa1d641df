package dev.countersign.architecture.planted.product;

/// Has no name of its own.
public record ActionHelper() {}
