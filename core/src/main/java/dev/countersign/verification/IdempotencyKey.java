package dev.countersign.verification;

import dev.countersign.value.Bytes;

/// A caller's promise that requests with this key are the same one. The first answer is replayed for 24 hours;
/// a request that differs is refused; nothing is kept for a refused one.
///
/// @param key what the caller chose, 1 to 255 characters
/// @param fingerprint a digest of the request's method, path and body
public record IdempotencyKey(String key, Bytes fingerprint) {}
