package dev.countersign.policy.document;

/// What a statement says of the calls that it is about.
public enum Effect {
    /// It allows them.
    ALLOW,
    /// It denies them, whatever else allows them.
    DENY
}
