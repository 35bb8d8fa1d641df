package dev.countersign.store;

import dev.countersign.destination.Channel;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The first answers to requests with an idempotency key, within one unit of work.
///
/// @param tenant whose keys they are
record FirstAnswers(Handle handle, Seals seals, long tenant) {
    static final Duration KEPT = Duration.ofHours(24);

    private record Answer(
            Bytes fingerprint,
            String verification,
            Status status,
            Channel channel,
            String locale,
            int triesLeft,
            Instant expiresAt) {}

    /// The first answer to a request with this key.
    ///
    /// @throws Refused when the key was used for another request
    Optional<Verification> replay(IdempotencyKey key, Instant now) {
        Optional<Answer> first = answer(key, now);
        if (first.isPresent() && !first.get().fingerprint().equals(key.fingerprint())) {
            throw new Refused(new CallRefusal.IdempotencyKeyReused());
        }
        return first.flatMap(this::whole);
    }

    private Optional<Verification> whole(Answer answer) {
        return new VerificationTable(handle)
                .find(tenant, answer.verification())
                .map(row -> new Verification(
                        row.id(),
                        row.binding(seals),
                        answer.channel(),
                        answer.locale(),
                        answer.status(),
                        row.createdAt(),
                        answer.expiresAt(),
                        answer.triesLeft()));
    }

    private Optional<Answer> answer(IdempotencyKey key, Instant now) {
        return handle.createQuery("""
                        SELECT fingerprint, verification, status, channel, locale, tries_left, expires_at
                        FROM idempotency
                        WHERE tenant = :tenant AND hash = :hash AND created_at > :since
                        """)
                .bind("tenant", tenant)
                .bind("hash", hash(key).toArray())
                .bind("since", now.minus(KEPT).toEpochMilli())
                .map((row, context) -> new Answer(
                        Columns.bytes(row, "fingerprint"),
                        row.getString("verification"),
                        VerificationRow.status(row.getString("status")),
                        Channel.of(row.getString("channel")),
                        row.getString("locale"),
                        row.getInt("tries_left"),
                        Columns.instant(row, "expires_at")))
                .findOne();
    }

    /// Keeps an answer, in place of one that is too old to be replayed.
    void keep(IdempotencyKey key, Verification answer, Instant now) {
        handle.createUpdate("""
                        INSERT INTO idempotency (tenant, hash, fingerprint, verification, status, channel, locale,
                                tries_left, expires_at, created_at)
                        VALUES (:tenant, :hash, :fingerprint, :verification, :status, :channel, :locale,
                                :triesLeft, :expiresAt, :now)
                        ON CONFLICT (tenant, hash) DO UPDATE SET fingerprint = excluded.fingerprint,
                            verification = excluded.verification, status = excluded.status,
                            channel = excluded.channel, locale = excluded.locale,
                            tries_left = excluded.tries_left, expires_at = excluded.expires_at,
                            created_at = excluded.created_at
                        """)
                .bind("tenant", tenant)
                .bind("hash", hash(key).toArray())
                .bind("fingerprint", key.fingerprint().toArray())
                .bind("verification", answer.id())
                .bind("status", answer.status().word())
                .bind("channel", answer.channel().word())
                .bind("locale", answer.locale())
                .bind("triesLeft", answer.triesLeft())
                .bind("expiresAt", answer.expiresAt().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private Bytes hash(IdempotencyKey key) {
        return new Lookups(seals).idempotency(key.key());
    }
}
