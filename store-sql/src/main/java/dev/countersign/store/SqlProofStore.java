package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.proof.ProofClaims;
import dev.countersign.proof.ProofStore;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Result codes and proofs in SQL.
public final class SqlProofStore implements ProofStore {
    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the tables are
    /// @param seals hashes result codes and seals first answers
    public SqlProofStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public Optional<Secret> first(long tenant, IdempotencyKey key, Instant now) {
        return transactions
                .read(handle -> new KeptAnswers(handle, seals, tenant).replay(key, now))
                .map(Secret::of);
    }

    @Override
    public Optional<Challenge> passed(long tenant, Secret code, Instant now) {
        Bytes result = new Lookups(seals).result(code);
        return transactions.read(handle -> new ChallengeTable(handle).byResult(tenant, result, now, seals));
    }

    @Override
    public Optional<Secret> exchange(Issue issue, Optional<IdempotencyKey> key, Instant now, AuditEntry entry) {
        Lookups lookups = new Lookups(seals);
        Bytes result = lookups.result(issue.code());
        ProofClaims claims = issue.claims();
        long tenant = entry.tenant();
        String answer = transactions.write(
                keys(tenant, key, "challenge:" + claims.challenge()),
                handle -> new KeptAnswers(handle, seals, tenant)
                        .once(
                                key,
                                now,
                                () -> {
                                    if (!new ChallengeTable(handle).spend(tenant, result, now)) {
                                        return Optional.empty();
                                    }
                                    insert(handle, claims, tenant);
                                    new AuditTable(handle).append(entry);
                                    return Optional.of(issue.signed().reveal());
                                },
                                ""));
        return answer.isEmpty() ? Optional.empty() : Optional.of(Secret.of(answer));
    }

    private static void insert(Handle handle, ProofClaims claims, long tenant) {
        handle.createUpdate("""
                        INSERT INTO proof (jti, tenant, challenge, issued_at, expires_at)
                        VALUES (:jti, :tenant, :challenge, :issuedAt, :expiresAt)
                        """)
                .bind("jti", claims.id())
                .bind("tenant", tenant)
                .bind("challenge", claims.challenge())
                .bind("issuedAt", claims.issuedAt().toEpochMilli())
                .bind("expiresAt", claims.expiresAt().toEpochMilli())
                .execute();
    }

    @Override
    public Optional<Kept> find(long tenant, String id) {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT p.jti, p.issued_at AS proof_issued_at, p.expires_at AS proof_expires_at,
                        """ + ChallengeRow.COLUMNS + """
                         FROM proof p JOIN challenge c ON c.id = p.challenge
                        WHERE p.jti = :jti AND p.tenant = :tenant
                        """)
                .bind("jti", id)
                .bind("tenant", tenant)
                .map((row, context) -> new Kept(
                        row.getString("jti"),
                        ChallengeRow.of(row, seals),
                        Columns.instant(row, "proof_issued_at"),
                        Columns.instant(row, "proof_expires_at")))
                .findOne());
    }

    @Override
    public boolean redeem(long tenant, String id, Optional<IdempotencyKey> key, Instant now, AuditEntry entry) {
        return transactions
                .write(
                        keys(tenant, key, "proof:" + id),
                        handle -> new KeptAnswers(handle, seals, tenant)
                                .once(
                                        key,
                                        now,
                                        () -> {
                                            if (!redeemed(handle, tenant, id, now)) {
                                                return Optional.empty();
                                            }
                                            new AuditTable(handle).append(entry);
                                            return Optional.of(id);
                                        },
                                        ""))
                .equals(id);
    }

    private static boolean redeemed(Handle handle, long tenant, String id, Instant now) {
        return handle.createUpdate("""
                        UPDATE proof SET redeemed_at = :now
                        WHERE jti = :jti AND tenant = :tenant AND redeemed_at IS NULL AND expires_at > :now
                        """)
                        .bind("jti", id)
                        .bind("tenant", tenant)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    private Set<String> keys(long tenant, Optional<IdempotencyKey> key, String other) {
        Set<String> keys = new HashSet<>(Set.of(other));
        key.ifPresent(one -> keys.add(new Lookups(seals).keyOf(tenant, one.key())));
        return keys;
    }
}
