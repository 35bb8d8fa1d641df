package dev.countersign.server.config;

import java.util.List;

/// A configuration and where each of its values came from.
///
/// @param configuration the values
/// @param effective each key with its value and origin, in the order of the reference
public record Loaded(Configuration configuration, List<Effective> effective) {
    /// One key as a start would go by it.
    ///
    /// @param key the key
    /// @param value as it would be written; a secret only as its reference
    /// @param origin `default`, the file with its line, or the variable
    public record Effective(String key, String value, String origin) {}
}
