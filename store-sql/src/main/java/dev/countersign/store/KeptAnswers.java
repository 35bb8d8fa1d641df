package dev.countersign.store;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// The first answers to requests with an idempotency key, as texts, within one unit of work. Those of
/// verifications are in [FirstAnswers]; a key is good for one request over both.
///
/// @param tenant whose keys they are
record KeptAnswers(Handle handle, Seals seals, long tenant) {
    private record Answer(Bytes fingerprint, Bytes answer) {}

    /// The first answer to a request with this key.
    ///
    /// @throws Refused when the key was used for another request
    Optional<String> replay(IdempotencyKey key, Instant now) {
        Bytes hash = new Lookups(seals).idempotency(key.key());
        Optional<Answer> first = answer(hash, now);
        boolean elsewhere = first.map(one -> !one.fingerprint().equals(key.fingerprint()))
                .orElseGet(() -> ofVerification(hash, now));
        if (elsewhere) {
            throw new Refused(new CallRefusal.IdempotencyKeyReused());
        }
        return first.map(one -> seals.open(place(hash), one.answer()));
    }

    /// The first answer to a request with this key; if there is none, does the work and keeps what it answers.
    String once(Optional<IdempotencyKey> key, Instant now, Supplier<Optional<String>> work, String none) {
        Optional<String> first = key.flatMap(one -> replay(one, now));
        if (first.isPresent()) {
            return first.get();
        }
        Optional<String> answer = work.get();
        answer.ifPresent(text -> key.ifPresent(one -> keep(one, text, now)));
        return answer.orElse(none);
    }

    private Optional<Answer> answer(Bytes hash, Instant now) {
        return handle.createQuery("""
                        SELECT fingerprint, answer FROM first_answer
                        WHERE tenant = :tenant AND hash = :hash AND created_at > :since
                        """)
                .bind("tenant", tenant)
                .bind("hash", hash.toArray())
                .bind("since", now.minus(FirstAnswers.KEPT).toEpochMilli())
                .map((row, context) -> new Answer(Columns.bytes(row, "fingerprint"), Columns.bytes(row, "answer")))
                .findOne();
    }

    private boolean ofVerification(Bytes hash, Instant now) {
        return handle.createQuery("""
                        SELECT 1 FROM idempotency WHERE tenant = :tenant AND hash = :hash AND created_at > :since
                        """)
                .bind("tenant", tenant)
                .bind("hash", hash.toArray())
                .bind("since", now.minus(FirstAnswers.KEPT).toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    private void keep(IdempotencyKey key, String answer, Instant now) {
        Bytes hash = new Lookups(seals).idempotency(key.key());
        handle.createUpdate("""
                        INSERT INTO first_answer (tenant, hash, fingerprint, answer, created_at)
                        VALUES (:tenant, :hash, :fingerprint, :answer, :now)
                        ON CONFLICT (tenant, hash) DO UPDATE SET fingerprint = excluded.fingerprint,
                            answer = excluded.answer, created_at = excluded.created_at
                        """)
                .bind("tenant", tenant)
                .bind("hash", hash.toArray())
                .bind("fingerprint", key.fingerprint().toArray())
                .bind("answer", seals.seal(place(hash), answer).toArray())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    private Place place(Bytes hash) {
        return new Place(tenant, "first_answer", "answer", hash.toHex());
    }
}
