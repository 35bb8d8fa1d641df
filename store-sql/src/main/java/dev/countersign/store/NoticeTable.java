package dev.countersign.store;

import dev.countersign.delivery.Notice;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Trail;
import dev.countersign.value.Uuids;
import dev.countersign.verification.MessageLanguage;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// The table of messages as far as notices are in it, within the unit of work that makes the change.
record NoticeTable(Handle handle) {
    /// Writes a notice: due at once, and kept exactly when the unit of work is.
    void add(Notice notice, Seals seals, RandomGenerator random, Instant now) {
        String id = Uuids.timed(now, random).toString();
        handle.createUpdate("""
                        INSERT INTO message (id, verification, tenant, destination, purpose, principal, channel,
                                locale, language, created_at, state, due_at, attempts, masked, recipient, trace,
                                request, action)
                        VALUES (:id, '', :tenant, :destination, :purpose, :principal, :channel,
                                :locale, :language, :now, 'due', :now, 0, :masked, :recipient, :trace,
                                :request, :action)
                        """)
                .bind("id", id)
                .bind("tenant", notice.tenant())
                .bind("destination", new Lookups(seals).destination(notice.to()).toArray())
                .bind("purpose", notice.kind().word())
                .bind("principal", notice.principal())
                .bind("channel", notice.channel().word())
                .bind("masked", notice.to().masked())
                .bind("locale", notice.locale())
                .bind("language", MessageLanguage.of(notice.locale()).word())
                .bind("now", now.toEpochMilli())
                .bind("trace", Trail.of(handle).orElse(null))
                .bind("request", notice.cause().request().text())
                .bind("action", notice.cause().action())
                .bind(
                        "recipient",
                        seals.seal(
                                        placeOfRecipient(notice.tenant(), id),
                                        notice.to().canonical())
                                .toArray())
                .execute();
    }

    static Place placeOfRecipient(long tenant, String id) {
        return new Place(tenant, "message", "recipient", id);
    }
}
