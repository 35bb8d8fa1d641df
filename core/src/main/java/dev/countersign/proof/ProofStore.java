package dev.countersign.proof;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.value.Secret;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;

/// Keeps what became of result codes and proofs. Each method that changes anything is one atomic step.
public interface ProofStore {
    /// The first answer to a request with this key: a proof, or the id of one that was redeemed.
    ///
    /// @throws dev.countersign.refusal.Refused when the key was used for another request
    Optional<Secret> first(long tenant, IdempotencyKey key, Instant now);

    /// A tenant's passed challenge whose result code this is, if the code is good now.
    Optional<Challenge> passed(long tenant, Secret code, Instant now);

    /// Uses a result code up and keeps the proof that it buys.
    ///
    /// @param key the caller's idempotency key, if it gave one
    /// @return the proof; the first one for a known key; empty when the code is not good any more
    /// @throws dev.countersign.refusal.Refused when the key was used for another request
    Optional<Secret> exchange(Issue issue, Optional<IdempotencyKey> key, Instant now, AuditEntry entry);

    /// A tenant's proof, redeemed, expired or not.
    Optional<Kept> find(long tenant, String id);

    /// Redeems a tenant's proof.
    ///
    /// @param key the caller's idempotency key, if it gave one
    /// @return whether it was good; true again for a known key
    /// @throws dev.countersign.refusal.Refused when the key was used for another request
    boolean redeem(long tenant, String id, Optional<IdempotencyKey> key, Instant now, AuditEntry entry);

    /// A proof to be issued.
    ///
    /// @param code the result code that buys it
    /// @param claims what it says
    /// @param signed the proof itself
    record Issue(Secret code, ProofClaims claims, Secret signed) {}

    /// A proof as it is kept.
    ///
    /// @param id its id
    /// @param challenge what was passed
    /// @param issuedAt when it was issued
    /// @param expiresAt when it ends
    record Kept(String id, Challenge challenge, Instant issuedAt, Instant expiresAt) {}
}
