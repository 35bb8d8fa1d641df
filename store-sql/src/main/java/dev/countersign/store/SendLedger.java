package dev.countersign.store;

import dev.countersign.store.database.Trail;
import dev.countersign.value.Bytes;
import dev.countersign.value.Cause;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Demand;
import dev.countersign.verification.MessageLanguage;
import dev.countersign.verification.SendHistory.PastSend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/// The table of messages as the record of what was sent, within one unit of work.
record SendLedger(Handle handle) {
    private static final Duration LOOK_BACK = Duration.ofDays(1);

    /// A send, and the keyed hash of where it went.
    record Entry(PastSend send, Bytes destination) {}

    /// The last day's sends that count for a binding, newest first: those of its principal, or those to its
    /// destination that had no principal. The two never count for each other, and notices never count.
    List<Entry> counting(Binding binding, Bytes destination, Instant now) {
        long since = now.minus(LOOK_BACK).toEpochMilli();
        return binding.principal()
                .map(uin -> handle.createQuery("""
                                SELECT tenant, purpose, principal, created_at, destination FROM message
                                WHERE principal = :principal AND created_at > :since AND recipient IS NULL
                                ORDER BY created_at DESC
                                """).bind("principal", uin))
                .orElseGet(() -> handle.createQuery("""
                                SELECT tenant, purpose, principal, created_at, destination FROM message
                                WHERE destination = :destination AND principal IS NULL AND created_at > :since
                                    AND recipient IS NULL
                                ORDER BY created_at DESC
                                """).bind("destination", destination.toArray()))
                .bind("since", since)
                .map((row, context) -> new Entry(
                        new PastSend(
                                row.getLong("tenant"),
                                row.getString("purpose"),
                                Columns.perhapsLong(row, "principal"),
                                Columns.instant(row, "created_at")),
                        Columns.bytes(row, "destination")))
                .list();
    }

    /// Writes a send: due at once.
    void add(String id, String verification, Demand demand, Bytes destination, Instant now) {
        Binding binding = demand.binding();
        handle.createUpdate("""
                        INSERT INTO message (id, verification, tenant, destination, purpose, principal, channel,
                                locale, language, created_at, state, due_at, attempts, masked, trace,
                                request, action)
                        VALUES (:id, :verification, :tenant, :destination, :purpose, :principal, :channel,
                                :locale, :language, :now, 'due', :now, 0, :masked, :trace,
                                :request, :action)
                        """)
                .bind("id", id)
                .bind("verification", verification)
                .bind("tenant", binding.tenant())
                .bind("destination", destination.toArray())
                .bind("purpose", binding.purpose().name())
                .bind("principal", binding.principal().orElse(null))
                .bind("channel", demand.channel().word())
                .bind("masked", binding.destination().masked())
                .bind("locale", demand.locale())
                .bind("language", MessageLanguage.of(demand.locale()).word())
                .bind("now", now.toEpochMilli())
                .bind("trace", Trail.of(handle).orElse(null))
                .bind(
                        "request",
                        demand.cause().map(cause -> cause.request().text()).orElse(null))
                .bind("action", demand.cause().map(Cause::action).orElse(null))
                .execute();
    }
}
