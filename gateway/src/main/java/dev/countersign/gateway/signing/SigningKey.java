package dev.countersign.gateway.signing;

import dev.countersign.value.Secret;
import java.util.Optional;

/// What a client signs with.
///
/// @param id the access key's id; empty for a key of our own API, which has none
/// @param secret its secret, or the key of our own API
/// @param token the security token of a temporary key
public record SigningKey(String id, Secret secret, Optional<String> token) {}
