package dev.countersign.architecture.planted.value;

/// Stands in for a secret.
public record Secret(String text) {
    /// Gives it away.
    public String reveal() {
        return text;
    }
}
