package dev.countersign.token;

import dev.countersign.audit.AuditEntry;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/// Keeps custom tokens, by a keyed hash of their texts.
public interface CustomTokenStore {
    /// Adds a token; one of the same text, which only a developer can choose, goes.
    void add(CustomToken token);

    /// Whom a token is about.
    ///
    /// @param tenant who asks
    /// @return empty for one that is unknown, another tenant's, spent or expired
    Optional<Long> principal(long tenant, Secret text, Instant now);

    /// Spends a token and passes its challenge, as one step: of many at the same instant one succeeds.
    ///
    /// @param tenant who asks
    /// @param spender the principal that spends it: never the one that it is about
    /// @param entry what the audit says, given the token's principal, or nothing when none was spent; appended in
    ///     the same step
    /// @return the token's principal; empty for a token that is unknown, another tenant's, spent, expired or the
    ///     spender's own, or whose challenge can be passed no more
    Optional<Long> spend(
            long tenant, long spender, Secret text, Instant now, Function<Optional<Long>, AuditEntry> entry);
}
