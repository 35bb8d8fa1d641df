package dev.countersign.bench;

import dev.countersign.seal.Place;
import dev.countersign.testkit.Given;
import dev.countersign.value.Bytes;
import dev.countersign.value.Uuids;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Fills an outbox as days without a carrier would, by SQL, since a million sends take minutes. One in so many is
/// still good; the others' codes have ended.
///
/// @param messages how many
/// @param oneIn of how many one is still good
record Backlog(int messages, int oneIn) {
    private static final int BATCH = 5_000;
    private static final long TENANT = Given.TENANT.id();

    /// The numbers from here on are those of the backlog; messages get them in the order in which they are due.
    static final int FROM = 5_000_000;

    /// Writes it.
    void write(OutboxRig rig) {
        SecureRandom random = new SecureRandom();
        Instant now = InstantSource.system().instant();
        for (int from = 0; from < messages; from += BATCH) {
            int first = from;
            rig.database().transactions().write(handle -> batch(rig, handle, first, now, random));
        }
    }

    private int batch(OutboxRig rig, Handle handle, int from, Instant now, SecureRandom random) {
        PreparedBatch verifications = handle.prepareBatch("""
                INSERT INTO verification (id, tenant, binding, purpose, destination, operation, channel, locale,
                        status, code, silent, created_at, expires_at, tries_left)
                VALUES (:id, :tenant, :binding, 'REGISTRATION', :destination, '', 'sms', 'en',
                        'pending', :code, 0, :created, :expires, 5)
                """);
        PreparedBatch messagesOf = handle.prepareBatch("""
                INSERT INTO message (id, verification, tenant, destination, purpose, channel, locale, language,
                        created_at, state, due_at, attempts)
                VALUES (:id, :verification, :tenant, :destination, 'REGISTRATION', 'sms', 'en', 'en',
                        :created, 'due', :created, 0)
                """);
        for (int n = from; n < Math.min(from + BATCH, messages); n++) {
            // A millisecond apart, so that the order is known; all of them before now.
            Instant created = now.minus(Duration.ofMillis(messages - n));
            String id = Uuids.timed(created, random).toString();
            String to = Given.phone(FROM + n).canonical();
            byte[] hash = new byte[32];
            random.nextBytes(hash);
            verifications
                    .bind("id", id)
                    .bind("tenant", TENANT)
                    .bind("binding", hash)
                    .bind("destination", sealed(rig, "destination", id, to))
                    .bind("code", sealed(rig, "code", id, "123456"))
                    .bind("created", created.toEpochMilli())
                    .bind("expires", (n % oneIn == 0 ? now.plus(Duration.ofHours(1)) : now).toEpochMilli())
                    .add();
            messagesOf
                    .bind("id", Uuids.timed(created, random).toString())
                    .bind("verification", id)
                    .bind("tenant", TENANT)
                    .bind("destination", hash)
                    .bind("created", created.toEpochMilli())
                    .add();
        }
        verifications.execute();
        messagesOf.execute();
        return from;
    }

    private static byte[] sealed(OutboxRig rig, String column, String id, String text) {
        Bytes sealed = rig.seals().seal(new Place(TENANT, "verification", column, id), text);
        return sealed.toArray();
    }
}
