package dev.countersign.server.console.explorer;

import dev.countersign.gateway.signing.SigningKey;

/// Somebody to call as.
///
/// @param name its name in addresses, as `alice`
/// @param about whose it is, for a person
/// @param key what is signed with; it never reaches an address
/// @param own whether it is a key of our own API
public record CallerKey(String name, String about, SigningKey key, boolean own) {}
