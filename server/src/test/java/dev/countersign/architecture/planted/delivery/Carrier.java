package dev.countersign.architecture.planted.delivery;

/// Stands in for the port of carriers.
public interface Carrier {
    /// Hands over.
    void dispatch(String message);
}
