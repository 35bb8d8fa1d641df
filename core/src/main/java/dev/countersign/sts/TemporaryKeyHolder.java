package dev.countersign.sts;

import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.Tenant;
import dev.countersign.value.Bytes;

/// A temporary key together with whom it signs for.
///
/// @param key what signs
/// @param token the keyed hash of the token that must come with it
/// @param principal who got it
/// @param tenant whose principal that is
/// @param temporary what it carries
public record TemporaryKeyHolder(
        AccessKey key, Bytes token, Principal principal, Tenant tenant, TemporaryKey temporary) {}
