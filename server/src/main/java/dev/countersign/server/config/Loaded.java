package dev.countersign.server.config;

import java.util.List;

/// A configuration and where each of its values came from.
///
/// @param configuration the values
/// @param effective each key with its value and origin, in the order of the reference
/// @param warnings what an operator should look at, though a server can be started with it
public record Loaded(Configuration configuration, List<Effective> effective, List<String> warnings) {
    /// Copies the lists.
    public Loaded {
        effective = List.copyOf(effective);
        warnings = List.copyOf(warnings);
    }

    /// One key as a start would go by it.
    ///
    /// @param key the key
    /// @param value as it would be written; a secret only as its reference
    /// @param origin `default`, the file with its line, or the variable
    public record Effective(String key, String value, String origin) {}
}
