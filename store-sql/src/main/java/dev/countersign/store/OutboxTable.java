package dev.countersign.store;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Notice;
import dev.countersign.delivery.Outbox.Settlement;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The table of messages as the outbox, within one unit of work.
record OutboxTable(Handle handle) {
    /// What becomes of a message that is due.
    enum Fate {
        /// It is handed over.
        LEASED,
        /// Its code has ended by time.
        EXPIRED,
        /// Its verification has ended otherwise.
        DROPPED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A message that is due, with its verification as it stands, if it has one.
    ///
    /// @param status of the verification; empty when that is gone
    /// @param recipient where a notice goes; empty for a message of a verification
    /// @param expiresAt when the code ends, or the notice is old
    record Candidate(
            String id,
            String verification,
            long tenant,
            String purpose,
            String channel,
            String locale,
            int attempts,
            String status,
            Optional<Bytes> destination,
            Optional<Bytes> code,
            Optional<Bytes> recipient,
            Instant expiresAt,
            Optional<Bytes> details) {
        Fate fate(Instant now) {
            if (recipient.isPresent()) {
                return expiresAt.isAfter(now) ? Fate.LEASED : Fate.EXPIRED;
            }
            if (status.equals("expired")) {
                return Fate.EXPIRED;
            }
            if (!status.equals("pending")) {
                return Fate.DROPPED;
            }
            return expiresAt.isAfter(now) ? Fate.LEASED : Fate.EXPIRED;
        }

        DueMessage open(Seals seals) {
            return new DueMessage(
                    id,
                    tenant,
                    Channel.of(channel),
                    Destination.ofCanonical(to(seals)),
                    purpose,
                    locale,
                    code(seals),
                    expiresAt,
                    attempts,
                    details.map(text -> seals.open(VerificationRow.placeOfDetails(tenant, verification), text))
                            .orElse(""));
        }

        private String to(Seals seals) {
            return recipient
                    .map(hidden -> seals.open(NoticeTable.placeOfRecipient(tenant, id), hidden))
                    .orElseGet(() -> seals.open(
                            VerificationRow.placeOfDestination(tenant, verification), destination.orElseThrow()));
        }

        private Optional<Code> code(Seals seals) {
            return recipient.isPresent()
                    ? Optional.empty()
                    : Optional.of(
                            Code.of(seals.open(VerificationRow.placeOfCode(tenant, verification), code.orElseThrow())));
        }
    }

    boolean anyDue(Instant now) {
        return handle.createQuery("SELECT 1 FROM message WHERE due_at <= :now LIMIT 1")
                .bind("now", now.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Leases what is due and can go out; records what can't.
    List<Candidate> take(String node, int most, Instant now, Duration lease) {
        List<Candidate> due = handle.createQuery("""
                        SELECT m.id, m.verification, m.tenant, m.purpose, m.channel, m.locale, m.attempts,
                               m.recipient, m.created_at, v.status, v.destination, v.code, v.expires_at, v.details
                        FROM message m LEFT JOIN verification v ON v.id = m.verification
                        WHERE m.due_at <= :now
                        ORDER BY m.due_at
                        LIMIT :most
                        """)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new Candidate(
                        row.getString("id"),
                        row.getString("verification"),
                        row.getLong("tenant"),
                        row.getString("purpose"),
                        row.getString("channel"),
                        row.getString("locale"),
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getString("status")).orElse(""),
                        Columns.perhapsBytes(row, "destination"),
                        Columns.perhapsBytes(row, "code"),
                        Columns.perhapsBytes(row, "recipient"),
                        Columns.perhapsInstant(row, "expires_at")
                                .orElse(Columns.instant(row, "created_at").plus(Notice.LIFETIME)),
                        Columns.perhapsBytes(row, "details")))
                .list();
        lease(node, due, now, now.plus(lease));
        return due;
    }

    private void lease(String node, List<Candidate> due, Instant now, Instant until) {
        if (due.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE message SET state = :state, due_at = :until, node = :node, attempts = attempts + :one
                WHERE id = :id
                """);
        for (Candidate candidate : due) {
            Fate fate = candidate.fate(now);
            boolean leased = fate == Fate.LEASED;
            @Nullable Long dueAt = leased ? until.toEpochMilli() : null;
            batch.bind("id", candidate.id())
                    .bind("state", fate.word())
                    .bind("until", dueAt)
                    .bind("node", leased ? node : null)
                    .bind("one", Columns.flag(leased))
                    .add();
        }
        batch.execute();
    }

    /// Records results. A message that another process settled in the meantime stays as it is.
    void settle(List<Settlement> settlements) {
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE message SET state = :state, due_at = :dueAt, node = NULL, carrier = :carrier,
                    reference = :reference
                WHERE id = :id AND due_at IS NOT NULL
                """);
        for (Settlement settlement : settlements) {
            switch (settlement.dispatch()) {
                case Dispatch.Handed handed -> result(batch, "handed", null, String.join(" ", handed.references()));
                case Dispatch.Busy busy ->
                    result(batch, "due", settlement.nextAt().toEpochMilli(), "busy");
                case Dispatch.CarrierFault fault ->
                    result(batch, "due", settlement.nextAt().toEpochMilli(), fault.reason());
                case Dispatch.DestinationFault fault -> result(batch, "failed", null, fault.reason());
            }
            batch.bind("id", settlement.messageId())
                    .bind("carrier", settlement.carrier())
                    .add();
        }
        batch.execute();
    }

    private static void result(PreparedBatch batch, String state, @Nullable Long dueAt, String reference) {
        batch.bind("state", state).bind("dueAt", dueAt).bind("reference", reference);
    }

    int release(String node) {
        return handle.createUpdate("""
                        UPDATE message SET state = 'due', due_at = created_at, node = NULL
                        WHERE due_at IS NOT NULL AND state = 'leased' AND node = :node
                        """).bind("node", node).execute();
    }

    long backlog() {
        return handle.createQuery("SELECT COUNT(*) FROM message WHERE due_at IS NOT NULL")
                .mapTo(Long.class)
                .one();
    }
}
