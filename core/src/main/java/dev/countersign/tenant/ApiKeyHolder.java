package dev.countersign.tenant;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// A bearer key of our own API, as far as the store knows it: the key itself is kept only as a keyed hash.
///
/// @param scopes what it may be used for; `*` for everything
/// @param expiresAt when it ends, if ever
public record ApiKeyHolder(Principal principal, Tenant tenant, Set<String> scopes, Optional<Instant> expiresAt) {
    /// Whether the key has ended.
    public boolean expired(Instant now) {
        return expiresAt.map(end -> !now.isBefore(end)).orElse(false);
    }

    /// Whether the key may be used for this scope now.
    public boolean allows(String scope, Instant now) {
        return !expired(now) && (scopes.contains("*") || scopes.contains(scope));
    }
}
