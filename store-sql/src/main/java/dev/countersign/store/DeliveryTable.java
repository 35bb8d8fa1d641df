package dev.countersign.store;

import dev.countersign.webhook.Delivery;
import dev.countersign.webhook.DeliveryPolicy.Verdict;
import dev.countersign.webhook.DeliveryQueue.Due;
import dev.countersign.webhook.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The tables of webhook deliveries and their tries, within one unit of work.
record DeliveryTable(Handle handle) {
    /// How many tries of a delivery are shown.
    private static final int SHOWN = 50;

    private static final String SELECT = """
            SELECT d.id, w.id AS webhook_id, d.event, d.state, d.created_at, d.due_at, e.type
            FROM webhook_delivery d
            JOIN webhook w ON w.uid = d.webhook
            JOIN event e ON e.id = d.event
            """;

    /// A due delivery, before it is known how it is signed.
    record Candidate(String id, Event event, int attempts, Instant giveUpAt) {}

    /// Leases what is due to one webhook.
    List<Candidate> take(String webhook, String node, int most, Instant now, Instant until) {
        List<Candidate> due = handle.createQuery("""
                        SELECT d.id AS delivery_id, d.attempts, d.give_up_at,\s""" + EventTable.COLUMNS + """
                         FROM webhook_delivery d JOIN event e ON e.id = d.event
                        WHERE d.webhook = :webhook AND d.due_at <= :now
                        ORDER BY d.due_at, d.id
                        LIMIT :most
                        """)
                .bind("webhook", webhook)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new Candidate(
                        row.getString("delivery_id"),
                        EventTable.event(row),
                        row.getInt("attempts"),
                        Columns.instant(row, "give_up_at")))
                .list();
        if (!due.isEmpty()) {
            PreparedBatch batch = handle.prepareBatch("""
                    UPDATE webhook_delivery SET state = 'leased', due_at = :until, node = :node,
                        attempts = attempts + 1
                    WHERE id = :id
                    """);
            for (Candidate one : due) {
                batch.bind("id", one.id())
                        .bind("until", until.toEpochMilli())
                        .bind("node", node)
                        .add();
            }
            batch.execute();
        }
        return due;
    }

    /// Records a try, and what follows from it while the lease holds. What was delivered is delivered, whoever
    /// holds the lease by now.
    void settle(Due due, String node, Delivery.Try tried, Verdict verdict) {
        tried(due.id(), tried);
        switch (verdict) {
            case Verdict.Delivered delivered ->
                handle.createUpdate("""
                                UPDATE webhook_delivery SET state = 'delivered', due_at = NULL, node = NULL
                                WHERE id = :id AND due_at IS NOT NULL
                                """).bind("id", due.id()).execute();
            case Verdict.Again again -> end(due, node, "due", again.at());
            case Verdict.Failed failed -> end(due, node, "failed", null);
        }
    }

    private void end(Due due, String node, String state, @Nullable Instant next) {
        handle.createUpdate("""
                        UPDATE webhook_delivery SET state = :state, due_at = :next, node = NULL
                        WHERE id = :id AND state = 'leased' AND node = :node AND attempts = :attempt
                        """)
                .bind("state", state)
                .bind("next", next == null ? null : next.toEpochMilli())
                .bind("id", due.id())
                .bind("node", node)
                .bind("attempt", due.attempt())
                .execute();
    }

    private void tried(String delivery, Delivery.Try tried) {
        handle.createUpdate("""
                        INSERT INTO webhook_try (delivery, number, at, took, status, error)
                        SELECT :delivery, COALESCE(MAX(number), 0) + 1, :at, :took, :status, :error
                        FROM webhook_try WHERE delivery = :delivery
                        """)
                .bind("delivery", delivery)
                .bind("at", tried.at().toEpochMilli())
                .bind("took", tried.took().toMillis())
                .bind("status", tried.status().orElse(null))
                .bind("error", tried.error().orElse(null))
                .execute();
    }

    int release(String node) {
        return handle.createUpdate("""
                        UPDATE webhook_delivery SET state = 'due', due_at = created_at, node = NULL
                        WHERE due_at IS NOT NULL AND state = 'leased' AND node = :node
                        """).bind("node", node).execute();
    }

    Optional<Delivery> find(long tenant, String id) {
        return handle.createQuery(SELECT + "WHERE d.id = :id AND w.tenant = :tenant")
                .bind("id", id)
                .bind("tenant", tenant)
                .map((row, context) -> delivery(row))
                .findOne();
    }

    List<Delivery> of(String webhook, Optional<String> before, int most) {
        String further = before.isPresent() ? " AND d.id < :before" : "";
        var query = handle.createQuery(
                        SELECT + "WHERE d.webhook = :webhook" + further + " ORDER BY d.id DESC LIMIT :most")
                .bind("webhook", webhook)
                .bind("most", most);
        before.ifPresent(id -> query.bind("before", id));
        return query.map((row, context) -> delivery(row)).list();
    }

    /// Makes one due that is not just being posted.
    void repeat(String id, Instant now, Instant giveUpAt) {
        handle.createUpdate("""
                        UPDATE webhook_delivery SET state = 'due', due_at = :now, attempts = 0, give_up_at = :giveUpAt
                        WHERE id = :id AND state <> 'leased'
                        """)
                .bind("id", id)
                .bind("now", now.toEpochMilli())
                .bind("giveUpAt", giveUpAt.toEpochMilli())
                .execute();
    }

    private Delivery delivery(ResultSet row) throws SQLException {
        String id = row.getString("id");
        String state = row.getString("state");
        return new Delivery(
                id,
                row.getString("webhook_id"),
                row.getString("event"),
                EventTable.type(row.getString("type")),
                Delivery.State.valueOf((state.equals("leased") ? "due" : state).toUpperCase(Locale.ROOT)),
                Columns.instant(row, "created_at"),
                Columns.perhapsInstant(row, "due_at"),
                tries(id));
    }

    private List<Delivery.Try> tries(String delivery) {
        List<Delivery.Try> newest = handle.createQuery("""
                        SELECT number, at, took, status, error FROM webhook_try
                        WHERE delivery = :delivery ORDER BY number DESC LIMIT :most
                        """)
                .bind("delivery", delivery)
                .bind("most", SHOWN)
                .map((row, context) -> new Delivery.Try(
                        row.getInt("number"),
                        Columns.instant(row, "at"),
                        Duration.ofMillis(row.getLong("took")),
                        Columns.perhapsLong(row, "status").map(Long::intValue),
                        Optional.ofNullable(row.getString("error"))))
                .list();
        return new ArrayList<>(newest).reversed();
    }
}
