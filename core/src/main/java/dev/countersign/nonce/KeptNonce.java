package dev.countersign.nonce;

import java.time.Instant;

/// A nonce as a [LocalNonceStore] remembers it: of its text, a part of a digest.
///
/// @param high the digest's first 64 bits
/// @param low its next 64 bits
/// @param end the last second at which it counts
/// @param tenant whose share it is counted against
public record KeptNonce(long high, long low, Instant end, long tenant) {}
