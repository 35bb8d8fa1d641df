package dev.countersign.token;

import dev.countersign.value.Secret;
import java.time.Instant;

/// A custom token while it is made; afterwards only a keyed hash of its text is known.
///
/// @param text what the browser carries
/// @param tenant whose principal it is about
/// @param uin the principal
/// @param challenge the id of the challenge that it passes
/// @param createdAt when it was made
/// @param expiresAt from when on nothing accepts it
public record CustomToken(Secret text, long tenant, long uin, String challenge, Instant createdAt, Instant expiresAt) {}
