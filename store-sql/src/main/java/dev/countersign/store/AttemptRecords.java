package dev.countersign.store;

import dev.countersign.verification.CallerRecord;
import dev.countersign.verification.FailureCount;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// The counts of wrong codes, within one unit of work: by whom they were for, and by who gave them.
record AttemptRecords(Handle handle) {
    FailureCount failures(String subject) {
        return handle.createQuery("""
                        SELECT in_a_row, wait_until, last_at, disabled FROM failure_count WHERE subject = :subject
                        """)
                .bind("subject", subject)
                .map((row, context) -> new FailureCount(
                        row.getInt("in_a_row"),
                        Columns.perhapsInstant(row, "wait_until"),
                        Columns.instant(row, "last_at"),
                        Columns.flag(row, "disabled")))
                .findOne()
                .orElse(FailureCount.NONE);
    }

    /// Keeps a count.
    ///
    /// @param anonymous whether the count fades, since there is no principal
    void keep(String subject, boolean anonymous, FailureCount count) {
        handle.createUpdate("""
                        INSERT INTO failure_count (subject, anonymous, in_a_row, wait_until, last_at, disabled)
                        VALUES (:subject, :anonymous, :inARow, :waitUntil, :lastAt, :disabled)
                        ON CONFLICT (subject) DO UPDATE SET in_a_row = excluded.in_a_row,
                            wait_until = excluded.wait_until, last_at = excluded.last_at,
                            disabled = excluded.disabled
                        """)
                .bind("subject", subject)
                .bind("anonymous", Columns.flag(anonymous))
                .bind("inARow", count.inARow())
                .bind("waitUntil", Columns.millis(count.waitUntil()))
                .bind("lastAt", count.lastAt().toEpochMilli())
                .bind("disabled", Columns.flag(count.disabled()))
                .execute();
    }

    /// Forgets a count.
    ///
    /// @return whether there was anything to forget
    boolean forget(String subject) {
        return handle.createUpdate("DELETE FROM failure_count WHERE subject = :subject")
                        .bind("subject", subject)
                        .execute()
                > 0;
    }

    CallerRecord caller(long uin) {
        return handle.createQuery("SELECT recent, strikes, wait_until FROM caller_record WHERE caller = :caller")
                .bind("caller", uin)
                .map((row, context) -> new CallerRecord(
                        row.getString("recent"), row.getInt("strikes"), Columns.perhapsInstant(row, "wait_until")))
                .findOne()
                .orElse(CallerRecord.NONE);
    }

    void keep(long uin, CallerRecord record, Instant now) {
        handle.createUpdate("""
                        INSERT INTO caller_record (caller, recent, strikes, wait_until, last_at)
                        VALUES (:caller, :recent, :strikes, :waitUntil, :now)
                        ON CONFLICT (caller) DO UPDATE SET recent = excluded.recent, strikes = excluded.strikes,
                            wait_until = excluded.wait_until, last_at = excluded.last_at
                        """)
                .bind("caller", uin)
                .bind("recent", record.recent())
                .bind("strikes", record.strikes())
                .bind("waitUntil", Columns.millis(record.waitUntil()))
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
