package dev.countersign.directory;

import java.time.Instant;

/// An access key as it is listed: without its secret, which is shown only when it is made.
///
/// @param id its id
/// @param uin whose it is
/// @param active whether it signs
/// @param createdAt when it was made; the epoch for one from before that was kept
/// @param description free text
public record IssuedKey(String id, long uin, boolean active, Instant createdAt, String description) {}
