package dev.countersign.policy;

/// How a role is named by who means it.
public sealed interface RoleSelection {
    /// By id, as it was written.
    record ById(String id) implements RoleSelection {}

    /// By name.
    record ByName(String name) implements RoleSelection {}
}
