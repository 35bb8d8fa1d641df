package dev.countersign.architecture.planted.refusal;

/// Stands in for the exception that carries refusals.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
