package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.delivery.Inbox;
import dev.countersign.delivery.Notice;
import dev.countersign.store.database.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.jdbi.v3.core.Handle;

/// Ends what has expired and forgets what is old, in small transactions that other work fits between. Both
/// databases use the space again.
public final class Retention {
    private static final int BATCH = 500;

    /// How long an ended temporary key is kept, so that its holder hears that it ended and not that it never
    /// was.
    private static final Duration ENDED_KEYS = Duration.ofDays(1);

    /// After how long a message is given up that not even the courier looked at, as where no route leads
    /// anywhere: nothing that is sent is worth anything then.
    private static final Duration UNSENT = Notice.LIFETIME.plusHours(1);

    /// How long after its time a delivery of an event is given up that nobody was posting.
    private static final Duration UNPOSTED = Duration.ofHours(1);

    private static final int LINKS = 100;

    private final Transactions transactions;
    private final SqlAuditLog audit;
    private final Periods periods;

    /// How long rows are kept.
    ///
    /// @param verifications after they were made; at least 25 h, since first answers are replayed for 24 h
    /// @param messages after they were made; at least 25 h, since the ceilings count those of a day
    /// @param counts failures without a principal and callers' records, after the last comparison; at least
    ///     25 h, since failures fade in 24 h. A principal's failures are kept until they are lifted
    /// @param audit audit entries, after they were written; at least 25 h
    /// @param events events and their deliveries, after they happened; at least 50 h, since a delivery is tried
    ///     for 24 h, and for as long again when it is repeated
    /// @param inboxCapacity how many messages the inbox keeps
    public record Periods(
            Duration verifications,
            Duration messages,
            Duration counts,
            Duration audit,
            Duration events,
            int inboxCapacity) {
        private static final Duration LEAST = Duration.ofHours(25);
        private static final Duration LEAST_EVENTS = Duration.ofHours(50);

        /// @throws IllegalArgumentException for a period below its least
        public Periods {
            for (Map.Entry<String, Duration> period : Map.of(
                            "verifications", verifications, "messages", messages, "counts", counts, "audit", audit)
                    .entrySet()) {
                if (period.getValue().compareTo(LEAST) < 0) {
                    throw new IllegalArgumentException(period.getKey() + " are kept for at least 25 hours");
                }
            }
            if (events.compareTo(LEAST_EVENTS) < 0) {
                throw new IllegalArgumentException("events are kept for at least 50 hours");
            }
        }

        /// 30 days, 400 for the audit, and the inbox's own capacity.
        public static Periods standard() {
            Duration month = Duration.ofDays(30);
            return new Periods(month, month, month, Duration.ofDays(400), month, Inbox.CAPACITY);
        }
    }

    /// @param transactions where the tables are
    /// @param audit purges itself, so that its chain stays whole
    /// @param periods how long rows are kept
    public Retention(Transactions transactions, SqlAuditLog audit, Periods periods) {
        this.transactions = transactions;
        this.audit = audit;
        this.periods = periods;
    }

    /// Does all that is to be done at this time.
    ///
    /// @return how many rows were ended or deleted
    public long sweep(Instant now) {
        long rows = expire(now);
        rows += batches("""
                DELETE FROM verification WHERE id IN (
                    SELECT id FROM verification WHERE created_at <= :bound AND code IS NULL
                    ORDER BY created_at LIMIT :batch)
                """, before(now, periods.verifications()));
        rows += units(handle -> new OldMessages(handle).giveUp(now.minus(UNSENT), BATCH, now));
        rows += units(handle -> new OldMessages(handle).forget(now.minus(periods.messages()), BATCH));
        rows += batches("""
                DELETE FROM tempo WHERE (minute, carrier, channel) IN (
                    SELECT minute, carrier, channel FROM tempo WHERE minute < :bound LIMIT :batch)
                """, TempoTable.minute(now.minus(TempoTable.KNOWN)));
        rows += batches("""
                DELETE FROM failure_count WHERE subject IN (
                    SELECT subject FROM failure_count WHERE anonymous = 1 AND last_at <= :bound LIMIT :batch)
                """, before(now, periods.counts()));
        rows += batches("""
                DELETE FROM caller_record WHERE caller IN (
                    SELECT caller FROM caller_record WHERE last_at <= :bound LIMIT :batch)
                """, before(now, periods.counts()));
        rows += batches("""
                DELETE FROM tally WHERE (hour, subject) IN (
                    SELECT hour, subject FROM tally WHERE hour < :bound LIMIT :batch)
                """, Tallies.hour(now));
        rows += batches("""
                DELETE FROM idempotency WHERE (tenant, hash) IN (
                    SELECT tenant, hash FROM idempotency WHERE created_at <= :bound
                    ORDER BY created_at LIMIT :batch)
                """, before(now, FirstAnswers.KEPT));
        rows += challenges(now);
        rows += units(handle -> new CustomTokenTable(handle).forget(now, BATCH));
        rows += batches("""
                DELETE FROM temporary_key WHERE id IN (
                    SELECT id FROM temporary_key WHERE expires_at <= :bound ORDER BY expires_at LIMIT :batch)
                """, before(now, ENDED_KEYS));
        rows += batches("""
                UPDATE totp_device SET pending = NULL, pending_until = NULL WHERE uin IN (
                    SELECT uin FROM totp_device WHERE pending_until <= :bound LIMIT :batch)
                """, now.toEpochMilli());
        rows += batches("""
                DELETE FROM authenticator_change WHERE id IN (
                    SELECT id FROM authenticator_change WHERE expires_at <= :bound ORDER BY expires_at LIMIT :batch)
                """, before(now, periods.verifications()));
        rows += batches("""
                DELETE FROM enrolment_code WHERE uin IN (
                    SELECT uin FROM enrolment_code WHERE expires_at <= :bound LIMIT :batch)
                """, now.toEpochMilli());
        rows += units(handle -> new OldEvents(handle).giveUp(now.minus(UNPOSTED), BATCH));
        rows += units(handle -> new OldEvents(handle).deliveries(now.minus(periods.events()), BATCH));
        rows += units(handle -> new OldEvents(handle).events(now.minus(periods.events()), BATCH));
        rows += auditLinks(now);
        return rows + batches("""
                DELETE FROM inbox WHERE seq IN (
                    SELECT seq FROM inbox WHERE seq <= :bound ORDER BY seq LIMIT :batch)
                """, lastBeyondCapacity());
    }

    private long challenges(Instant now) {
        long rows = units(handle -> new ChallengeTable(handle).expire(now, BATCH));
        rows += batches("""
                DELETE FROM proof WHERE jti IN (
                    SELECT jti FROM proof WHERE expires_at <= :bound ORDER BY expires_at LIMIT :batch)
                """, before(now, periods.verifications()));
        rows += batches("""
                DELETE FROM challenge WHERE id IN (
                    SELECT id FROM challenge WHERE created_at <= :bound AND status <> 'pending'
                    ORDER BY created_at LIMIT :batch)
                """, before(now, periods.verifications()));
        return rows + batches("""
                DELETE FROM first_answer WHERE (tenant, hash) IN (
                    SELECT tenant, hash FROM first_answer WHERE created_at <= :bound
                    ORDER BY created_at LIMIT :batch)
                """, before(now, FirstAnswers.KEPT));
    }

    /// Ends what expired: that is an outcome, and stands in the audit.
    private long expire(Instant now) {
        return units(handle -> {
            VerificationTable table = new VerificationTable(handle);
            List<VerificationRow> expired = table.expired(now, BATCH);
            expired.forEach(row -> {
                table.expire(row.id(), now);
                new AuditTable(handle)
                        .append(AuditEntry.own(
                                now,
                                row.tenant(),
                                "code.expired",
                                "verification/" + row.id(),
                                Map.of("purpose", row.purpose())));
            });
            return expired.size();
        });
    }

    private long auditLinks(Instant now) {
        long all = 0;
        int links;
        do {
            links = audit.purge(now.minus(periods.audit()), LINKS);
            all += links;
        } while (links == LINKS);
        return all;
    }

    private static long before(Instant now, Duration period) {
        return now.minus(period).toEpochMilli();
    }

    private long lastBeyondCapacity() {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT seq FROM inbox ORDER BY seq DESC LIMIT 1 OFFSET :capacity
                        """)
                .bind("capacity", periods.inboxCapacity())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
    }

    private long batches(String sql, long bound) {
        return units(handle -> handle.createUpdate(sql)
                .bind("bound", bound)
                .bind("batch", BATCH)
                .execute());
    }

    /// Repeats a unit of work until it has done less than a whole batch.
    private long units(ToIntFunction<Handle> unit) {
        long all = 0;
        int rows;
        do {
            rows = transactions.write(unit::applyAsInt);
            all += rows;
        } while (rows == BATCH);
        return all;
    }
}
