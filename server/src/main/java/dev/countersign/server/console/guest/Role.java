package dev.countersign.server.console.guest;

/// What somebody may do in the console, from the least to the most.
public enum Role {
    /// Looks.
    AUDITOR,
    /// Looks, and calls.
    OPERATOR,
    /// Everything that the console can do.
    OWNER;

    /// Whether this is enough where another is asked for.
    public boolean covers(Role asked) {
        return compareTo(asked) >= 0;
    }
}
