package dev.countersign.store;

import dev.countersign.value.Bytes;
import dev.countersign.verification.Verification.Status;
import dev.countersign.webhook.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of verifications, within one unit of work.
record VerificationTable(Handle handle) {
    /// Those of a binding whose code could still be accepted, newest first.
    List<VerificationRow> live(Bytes binding, Instant now) {
        return handle.createQuery("""
                        SELECT id, tenant, purpose, destination, principal, operation, channel, locale, status, code,
                               silent, created_at, expires_at, tries_left, details
                        FROM verification
                        WHERE binding = :binding AND code IS NOT NULL AND expires_at > :now
                        ORDER BY created_at DESC, id DESC
                        """)
                .bind("binding", binding.toArray())
                .bind("now", now.toEpochMilli())
                .map((row, context) -> VerificationRow.of(row))
                .list();
    }

    /// Those whose code ended without being given.
    List<VerificationRow> expired(Instant now, int most) {
        return handle.createQuery("""
                        SELECT id, tenant, purpose, destination, principal, operation, channel, locale, status, code,
                               silent, created_at, expires_at, tries_left, details
                        FROM verification WHERE code IS NOT NULL AND expires_at <= :now LIMIT :most
                        """)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> VerificationRow.of(row))
                .list();
    }

    Optional<VerificationRow> find(long tenant, String id) {
        return handle.createQuery("""
                        SELECT id, tenant, purpose, destination, principal, operation, channel, locale, status, code,
                               silent, created_at, expires_at, tries_left, details
                        FROM verification
                        WHERE id = :id AND tenant = :tenant
                        """)
                .bind("id", id)
                .bind("tenant", tenant)
                .map((row, context) -> VerificationRow.of(row))
                .findOne();
    }

    /// Ends one, and wipes its code.
    void end(String id, Status status) {
        handle.createUpdate("""
                        UPDATE verification SET status = :status, code = NULL WHERE id = :id AND code IS NOT NULL
                        """).bind("status", status.word()).bind("id", id).execute();
    }

    /// Uses one up, and ends the binding's others: what makes a code good for once.
    ///
    /// @return whether it could still be used up
    boolean redeem(String id, Bytes binding, Instant now) {
        int redeemed = handle.createUpdate("""
                        UPDATE verification SET status = 'redeemed', code = NULL
                        WHERE id = :id AND binding = :binding AND code IS NOT NULL AND expires_at > :now
                        """)
                .bind("id", id)
                .bind("binding", binding.toArray())
                .bind("now", now.toEpochMilli())
                .execute();
        if (redeemed == 0) {
            return false;
        }
        new CompletionTable(handle).add(id, now);
        new EventTable(handle).verification(EventType.VERIFICATION_REDEEMED, id, now);
        handle.createUpdate("""
                        UPDATE verification SET status = 'replaced', code = NULL
                        WHERE binding = :binding AND code IS NOT NULL
                        """).bind("binding", binding.toArray()).execute();
        return true;
    }

    /// Charges a wrong try; the last one ends it.
    void charge(VerificationRow live, Instant now) {
        handle.createUpdate("""
                        UPDATE verification
                        SET tries_left = tries_left - 1,
                            status = CASE WHEN tries_left <= 1 THEN 'failed' ELSE status END,
                            code = CASE WHEN tries_left <= 1 THEN NULL ELSE code END
                        WHERE id = :id
                        """).bind("id", live.id()).execute();
        if (live.triesLeft() <= 1) {
            new EventTable(handle).verification(EventType.VERIFICATION_FAILED, live.id(), now);
        }
    }

    /// Ends one whose time has run out.
    void expire(String id, Instant now) {
        end(id, Status.EXPIRED);
        new EventTable(handle).verification(EventType.VERIFICATION_EXPIRED, id, now);
    }

    /// Lets one end earlier, if it doesn't already.
    void shorten(String id, Instant to) {
        handle.createUpdate("""
                        UPDATE verification SET expires_at = :to WHERE id = :id AND expires_at > :to
                        """).bind("to", to.toEpochMilli()).bind("id", id).execute();
    }

    /// Records how its code travels this time.
    void travels(String id, String channel, String locale) {
        handle.createUpdate("""
                        UPDATE verification SET channel = :channel, locale = :locale WHERE id = :id
                        """)
                .bind("channel", channel)
                .bind("locale", locale)
                .bind("id", id)
                .execute();
    }

    /// Writes one.
    ///
    /// @param masked where its code goes, as it may be shown
    void insert(VerificationRow row, Bytes binding, String masked) {
        handle.createUpdate("""
                        INSERT INTO verification (id, tenant, binding, purpose, destination, principal, operation,
                                channel, locale, status, code, silent, created_at, expires_at, tries_left, details,
                                masked)
                        VALUES (:id, :tenant, :binding, :purpose, :destination, :principal, :operation,
                                :channel, :locale, :status, :code, :silent, :createdAt, :expiresAt, :triesLeft, :details,
                                :masked)
                        """)
                .bind("id", row.id())
                .bind("tenant", row.tenant())
                .bind("binding", binding.toArray())
                .bind("purpose", row.purpose())
                .bind("destination", row.destination().toArray())
                .bind("principal", row.principal().orElse(null))
                .bind("operation", row.operation())
                .bind("channel", row.channel())
                .bind("locale", row.locale())
                .bind("status", row.status().word())
                .bind("code", row.code().map(Bytes::toArray).orElse(null))
                .bind("silent", Columns.flag(row.silent()))
                .bind("createdAt", row.createdAt().toEpochMilli())
                .bind("expiresAt", row.expiresAt().toEpochMilli())
                .bind("triesLeft", row.triesLeft())
                .bind("details", row.details().map(Bytes::toArray).orElse(null))
                .bind("masked", masked)
                .execute();
        new EventTable(handle).verification(EventType.VERIFICATION_ISSUED, row.id(), row.createdAt());
    }
}
