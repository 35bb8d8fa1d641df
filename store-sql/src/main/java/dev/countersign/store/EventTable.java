package dev.countersign.store;

import dev.countersign.webhook.Event;
import dev.countersign.webhook.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of events, within the unit of work that makes the change. Nothing is written for a tenant without
/// a webhook. Ids and numbers are given by [Announcing], before the commit.
record EventTable(Handle handle) {
    /// What an event is made of, as [#event] reads it.
    static final String COLUMNS = "e.id AS event_id, e.tenant AS event_tenant, e.number, e.type, e.at AS event_at,"
            + " e.verification, e.message, e.purpose, e.channel, e.masked, e.principal, e.carrier, e.error";

    /// Tells what happened to a verification.
    void verification(EventType type, String id, Instant at) {
        handle.createUpdate("""
                        INSERT INTO event (tenant, type, at, verification, purpose, channel, masked, principal)
                        SELECT v.tenant, :type, :at, v.id, v.purpose, v.channel, v.masked, v.principal
                        FROM verification v
                        WHERE v.id = :id AND EXISTS (SELECT 1 FROM webhook w WHERE w.tenant = v.tenant)
                        """)
                .bind("type", type.word())
                .bind("at", at.toEpochMilli())
                .bind("id", id)
                .execute();
    }

    /// Tells what became of messages. Why one failed is what its row says.
    void messages(EventType type, List<String> ids, Instant at) {
        if (ids.isEmpty() || !anyWebhook()) {
            return;
        }
        String error = switch (type) {
            case MESSAGE_FAILED -> "m.reference";
            case MESSAGE_UNDELIVERED -> """
                    (SELECT MAX(p.error) FROM part p WHERE p.message = m.id AND p.state = 'undelivered')""";
            case MESSAGE_HANDED, MESSAGE_DELIVERED, MESSAGE_EXPIRED -> "NULL";
            case VERIFICATION_ISSUED, VERIFICATION_REDEEMED, VERIFICATION_FAILED, VERIFICATION_EXPIRED ->
                throw new IllegalArgumentException(type + " is no event of a message");
        };
        var batch = handle.prepareBatch("""
                INSERT INTO event (tenant, type, at, verification, message, purpose, channel, masked, principal,
                        carrier, error)
                SELECT m.tenant, :type, :at, NULLIF(m.verification, ''), m.id, m.purpose, m.channel, m.masked,
                       m.principal, m.carrier,\s""" + error + """

                FROM message m
                WHERE m.id = :id AND EXISTS (SELECT 1 FROM webhook w WHERE w.tenant = m.tenant)
                """);
        for (String id : ids) {
            batch.bind("type", type.word())
                    .bind("at", at.toEpochMilli())
                    .bind("id", id)
                    .add();
        }
        batch.execute();
    }

    private boolean anyWebhook() {
        return handle.createQuery("SELECT 1 FROM webhook LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    List<Event> after(long tenant, long number, int most) {
        return handle.createQuery("SELECT " + COLUMNS + """
                         FROM event e WHERE e.tenant = :tenant AND e.number > :number ORDER BY e.number LIMIT :most
                        """)
                .bind("tenant", tenant)
                .bind("number", number)
                .bind("most", most)
                .map((row, context) -> event(row))
                .list();
    }

    static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("number"),
                row.getString("event_id"),
                row.getLong("event_tenant"),
                type(row.getString("type")),
                Columns.instant(row, "event_at"),
                new Event.Data(
                        Optional.ofNullable(row.getString("verification")),
                        Optional.ofNullable(row.getString("message")),
                        row.getString("purpose"),
                        row.getString("channel"),
                        Optional.ofNullable(row.getString("masked")),
                        Columns.perhapsLong(row, "principal"),
                        Optional.ofNullable(row.getString("carrier")),
                        Optional.ofNullable(row.getString("error"))));
    }

    static EventType type(String word) {
        return EventType.of(word).orElseThrow(() -> new IllegalStateException("no type of event is called " + word));
    }
}
