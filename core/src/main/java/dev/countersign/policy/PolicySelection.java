package dev.countersign.policy;

/// How a policy is named by who means it.
public sealed interface PolicySelection {
    /// By id.
    record ById(long id) implements PolicySelection {}

    /// By name.
    record ByName(String name) implements PolicySelection {}
}
