package dev.countersign.store;

import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of the codes that administrators made, within one unit of work.
record EnrolmentCodeTable(Handle handle) {
    /// A code that may be given.
    record Live(Bytes hash, int triesLeft) {}

    void put(long tenant, long uin, Bytes hash, int tries, Instant until) {
        handle.createUpdate("""
                        INSERT INTO enrolment_code (uin, tenant, hash, tries_left, expires_at)
                        VALUES (:uin, :tenant, :hash, :tries, :until)
                        ON CONFLICT (uin) DO UPDATE SET hash = excluded.hash, tries_left = excluded.tries_left,
                            expires_at = excluded.expires_at
                        """)
                .bind("uin", uin)
                .bind("tenant", tenant)
                .bind("hash", hash.toArray())
                .bind("tries", tries)
                .bind("until", until.toEpochMilli())
                .execute();
    }

    Optional<Live> live(long tenant, long uin, Instant now) {
        return handle.createQuery("""
                        SELECT hash, tries_left FROM enrolment_code
                        WHERE uin = :uin AND tenant = :tenant AND expires_at > :now
                        """)
                .bind("uin", uin)
                .bind("tenant", tenant)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> new Live(Columns.bytes(row, "hash"), row.getInt("tries_left")))
                .findOne();
    }

    /// Charges a wrong try; the last one ends the code.
    void charge(long uin, int left) {
        if (left <= 0) {
            end(uin);
            return;
        }
        handle.createUpdate("UPDATE enrolment_code SET tries_left = :left WHERE uin = :uin")
                .bind("left", left)
                .bind("uin", uin)
                .execute();
    }

    void end(long uin) {
        handle.createUpdate("DELETE FROM enrolment_code WHERE uin = :uin")
                .bind("uin", uin)
                .execute();
    }
}
