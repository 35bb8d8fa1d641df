package dev.countersign.server.console.sample;

import java.util.List;

/// A call in one language.
///
/// @param language the language
/// @param install how to get what it needs; empty for nothing
/// @param code the code
/// @param traps keys of the words about what to watch
public record Sample(Tongue language, String install, String code, List<String> traps) {
    /// Copies the traps.
    public Sample {
        traps = List.copyOf(traps);
    }
}
