package dev.countersign.sts;

import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.value.Secret;

/// A temporary key as it is handed out, once.
///
/// @param key what signs
/// @param token must be sent with each call
/// @param temporary what it carries
public record IssuedKey(AccessKey key, Secret token, TemporaryKey temporary) {}
