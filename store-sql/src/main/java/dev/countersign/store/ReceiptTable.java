package dev.countersign.store;

import dev.countersign.delivery.DeliveryWatch.Leg;
import dev.countersign.delivery.Receipt;
import dev.countersign.destination.Channel;
import dev.countersign.webhook.EventType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of receipts that are not matched yet, and the parts that they are about, within one unit of work.
record ReceiptTable(Handle handle) {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// A receipt that waits.
    record Waiting(long seq, Receipt receipt, Instant receivedAt, int tries) {}

    /// A part with the hand-over and the message that it is of.
    record Known(Leg leg, int dispatch, Receipt.State state, String messageState, Instant handedAt) {}

    void add(Receipt receipt, Instant now) {
        handle.createUpdate("""
                        INSERT INTO receipt (carrier, reference, state, error, at, received_at, tries, due_at)
                        VALUES (:carrier, :reference, :state, :error, :at, :now, 0, :now)
                        ON CONFLICT (carrier, reference, state) DO NOTHING
                        """)
                .bind("carrier", receipt.carrier())
                .bind("reference", DispatchTable.kept(receipt.reference()))
                .bind("state", word(receipt.state()))
                .bind("error", DispatchTable.kept(receipt.error()))
                .bind("at", receipt.at().toEpochMilli())
                .bind("now", now.toEpochMilli())
                .execute();
    }

    boolean anyDue(Instant now) {
        return handle.createQuery("SELECT 1 FROM receipt WHERE due_at <= :now LIMIT 1")
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    List<Waiting> due(int most, Instant now) {
        return handle.createQuery("""
                        SELECT seq, carrier, reference, state, error, at, received_at, tries FROM receipt
                        WHERE due_at <= :now ORDER BY due_at, seq LIMIT :most
                        """)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new Waiting(
                        row.getLong("seq"),
                        new Receipt(
                                row.getString("carrier"),
                                row.getString("reference"),
                                state(row.getString("state")),
                                row.getString("error"),
                                Columns.instant(row, "at")),
                        Columns.instant(row, "received_at"),
                        row.getInt("tries")))
                .list();
    }

    void forget(long seq) {
        handle.createUpdate("DELETE FROM receipt WHERE seq = :seq")
                .bind("seq", seq)
                .execute();
    }

    /// Lets one rest that nobody knows yet.
    void later(Waiting waiting, Instant now) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(waiting.tries(), 20));
        Duration rest = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
        handle.createUpdate("UPDATE receipt SET tries = tries + 1, due_at = :due WHERE seq = :seq")
                .bind("due", now.plus(rest).toEpochMilli())
                .bind("seq", waiting.seq())
                .execute();
    }

    Optional<Known> part(String carrier, String reference) {
        return handle.createQuery("""
                        SELECT p.message, p.dispatch, p.state AS part_state, m.state, m.channel, m.trace, d.carrier, d.route,
                               d.country, d.at, d.took
                        FROM part p
                        JOIN message m ON m.id = p.message
                        JOIN dispatch d ON d.message = p.message AND d.number = p.dispatch
                        WHERE p.carrier = :carrier AND p.reference = :reference
                        """)
                .bind("carrier", carrier)
                .bind("reference", reference)
                .map((row, context) -> known(row))
                .findOne();
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                leg(row, row.getString("message")),
                row.getInt("dispatch"),
                state(row.getString("part_state")),
                row.getString("state"),
                Columns.instant(row, "at").plusMillis(row.getLong("took")));
    }

    static Leg leg(ResultSet row, String message) throws SQLException {
        return new Leg(
                message,
                Channel.of(row.getString("channel")),
                row.getString("carrier"),
                row.getString("route"),
                row.getString("country"),
                Optional.ofNullable(row.getString("trace")));
    }

    /// Records what a receipt says of its part.
    void say(Receipt receipt) {
        handle.createUpdate("""
                        UPDATE part SET state = :state, error = :error, at = :at
                        WHERE carrier = :carrier AND reference = :reference
                        """)
                .bind("state", word(receipt.state()))
                .bind("error", receipt.error().isEmpty() ? null : receipt.error())
                .bind("at", receipt.at().toEpochMilli())
                .bind("carrier", receipt.carrier())
                .bind("reference", receipt.reference())
                .execute();
    }

    /// The states of a message's parts, hand-over by hand-over.
    List<PartState> parts(String message) {
        return handle.createQuery("SELECT dispatch, state FROM part WHERE message = :message")
                .bind("message", message)
                .map((row, context) -> new PartState(row.getInt("dispatch"), state(row.getString("state"))))
                .list();
    }

    /// What is known of a part.
    record PartState(int dispatch, Receipt.State state) {}

    /// Records what became of a message, and tells of it.
    void message(String id, Receipt.State state, Instant now) {
        handle.createUpdate("""
                        UPDATE message SET state = :state WHERE id = :id AND state IN ('handed', 'undelivered')
                        """).bind("state", word(state)).bind("id", id).execute();
        EventType type = state == Receipt.State.DELIVERED ? EventType.MESSAGE_DELIVERED : EventType.MESSAGE_UNDELIVERED;
        new EventTable(handle).messages(type, List.of(id), now);
    }

    static String word(Receipt.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Receipt.State state(String word) {
        return Receipt.State.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
