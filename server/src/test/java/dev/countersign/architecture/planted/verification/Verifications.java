package dev.countersign.architecture.planted.verification;

/// Stands in for a service.
public final class Verifications {}
