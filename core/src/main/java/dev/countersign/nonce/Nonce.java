package dev.countersign.nonce;

import java.time.Duration;
import java.time.Instant;

/// A nonce of a call whose signature is good.
///
/// @param tenant whose share it is counted against
/// @param keyId the key that signed: two keys may use the same nonce
/// @param text the nonce as sent
/// @param signedAt the time that the signature carries
/// @param window how far that may be from now, either way; afterwards the call is refused for its age alone
public record Nonce(long tenant, String keyId, String text, Instant signedAt, Duration window) {}
