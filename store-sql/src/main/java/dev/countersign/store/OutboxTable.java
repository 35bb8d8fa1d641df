package dev.countersign.store;

import dev.countersign.delivery.DeliveryWatch.Leg;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Notice;
import dev.countersign.delivery.Outbox.Settlement;
import dev.countersign.delivery.Outbox.Tried;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Code;
import dev.countersign.webhook.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    /// @param past what came before
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
            Optional<Bytes> details,
            DueMessage.Past past) {
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
                            .orElse(""),
                    past);
        }

        /// What is recorded of one whose row is damaged: it can never leave.
        Settlement unreadable(Instant now) {
            Leg nowhere = new Leg(id, Channel.of(channel), "none", "none", "", past.trace());
            Dispatch fault = new Dispatch.DestinationFault("does not open");
            return new Settlement(id, attempts, List.of(new Tried(nowhere, now, Duration.ZERO, fault)), now);
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
                               m.recipient, m.created_at, m.perhaps_with, m.trace, v.status, v.destination, v.code, v.expires_at, v.details
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
                        Columns.perhapsBytes(row, "details"),
                        new DueMessage.Past(
                                Columns.instant(row, "created_at"),
                                Optional.ofNullable(row.getString("perhaps_with")),
                                Optional.ofNullable(row.getString("trace")))))
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
        List<String> expired = due.stream()
                .filter(candidate -> candidate.fate(now) == Fate.EXPIRED)
                .map(Candidate::id)
                .toList();
        new EventTable(handle).messages(EventType.MESSAGE_EXPIRED, expired, now);
    }

    /// Prolongs leases. A message that was settled meanwhile stays as it is.
    void renew(List<String> ids, Instant until) {
        PreparedBatch batch =
                handle.prepareBatch("UPDATE message SET due_at = :until WHERE id = :id AND state = 'leased'");
        ids.forEach(
                id -> batch.bind("until", until.toEpochMilli()).bind("id", id).add());
        batch.execute();
    }

    /// Records results. A message that another process settled in the meantime stays as it is.
    void settle(List<Settlement> settlements, Instant now) {
        PreparedBatch asked = handle.prepareBatch("""
                UPDATE message SET state = :state, due_at = :dueAt, node = NULL, attempts = :attempts,
                    carrier = :carrier, reference = :reason, perhaps_with = COALESCE(:perhapsWith, perhaps_with)
                WHERE id = :id AND due_at IS NOT NULL
                """);
        PreparedBatch returned = handle.prepareBatch("""
                UPDATE message SET state = 'due', due_at = :dueAt, node = NULL, attempts = :attempts
                WHERE id = :id AND due_at IS NOT NULL
                """);
        List<Settlement> inBatch = new ArrayList<>(settlements.size());
        for (Settlement settlement : settlements) {
            boolean back = settlement.tried().isEmpty();
            PreparedBatch batch =
                    back ? returned.bind("dueAt", settlement.nextAt().toEpochMilli()) : result(asked, settlement);
            if (!back) {
                inBatch.add(settlement);
            }
            batch.bind("id", settlement.messageId())
                    .bind("attempts", settlement.attempts())
                    .add();
        }
        List<Settlement> kept = execute(asked, inBatch);
        execute(returned, List.of());
        new DispatchTable(handle).add(settlements);
        tell(kept, now);
    }

    /// Executes what was gathered.
    ///
    /// @return those that changed something: what another process settled was told of by that one
    private static List<Settlement> execute(PreparedBatch batch, List<Settlement> inBatch) {
        if (batch.size() == 0) {
            return List.of();
        }
        int[] changed = batch.execute();
        List<Settlement> kept = new ArrayList<>(inBatch.size());
        for (int i = 0; i < inBatch.size(); i++) {
            if (changed[i] != 0) {
                kept.add(inBatch.get(i));
            }
        }
        return kept;
    }

    private void tell(List<Settlement> kept, Instant now) {
        List<String> handed = new ArrayList<>(kept.size());
        List<String> failed = new ArrayList<>();
        for (Settlement settlement : kept) {
            switch (settlement.tried().getLast().dispatch()) {
                case Dispatch.Handed done -> handed.add(settlement.messageId());
                case Dispatch.DestinationFault fault -> failed.add(settlement.messageId());
                case Dispatch.CarrierFault fault -> {}
                case Dispatch.Busy busy -> {}
            }
        }
        EventTable events = new EventTable(handle);
        events.messages(EventType.MESSAGE_HANDED, handed, now);
        events.messages(EventType.MESSAGE_FAILED, failed, now);
    }

    private static PreparedBatch result(PreparedBatch batch, Settlement settlement) {
        Tried last = settlement.tried().getLast();
        String carrier = last.leg().carrier();
        long next = settlement.nextAt().toEpochMilli();
        batch.bind("carrier", carrier);
        return switch (last.dispatch()) {
            case Dispatch.Handed handed -> result(batch, "handed", null, null, null);
            case Dispatch.Busy busy -> result(batch, "due", next, "busy", null);
            case Dispatch.CarrierFault fault ->
                result(batch, "due", next, fault.reason(), fault.perhapsTaken() ? carrier : null);
            case Dispatch.DestinationFault fault -> result(batch, "failed", null, fault.reason(), null);
        };
    }

    private static PreparedBatch result(
            PreparedBatch batch,
            String state,
            @Nullable Long dueAt,
            @Nullable String reason,
            @Nullable String perhapsWith) {
        return batch.bind("state", state)
                .bind("dueAt", dueAt)
                .bind("reason", reason == null ? null : DispatchTable.kept(reason))
                .bind("perhapsWith", perhapsWith);
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
