package dev.countersign.store;

import dev.countersign.delivery.ReceiptQueue.Completion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of codes that were used and that nobody was told of yet, within one unit of work.
record CompletionTable(Handle handle) {
    private record Used(String verification, Instant at) {}

    void add(String verification, Instant at) {
        handle.createUpdate("""
                        INSERT INTO completion (verification, at) VALUES (:verification, :at)
                        ON CONFLICT (verification) DO NOTHING
                        """)
                .bind("verification", verification)
                .bind("at", at.toEpochMilli())
                .execute();
    }

    boolean any() {
        return handle.createQuery("SELECT 1 FROM completion LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// Takes some out, with the way of the newest message that a carrier accepted. A code of which none was, as
    /// a test number's, is of no interest.
    List<Completion> take(int most) {
        List<Used> used = handle.createQuery("SELECT verification, at FROM completion LIMIT :most")
                .bind("most", most)
                .map((row, context) -> new Used(row.getString("verification"), Columns.instant(row, "at")))
                .list();
        List<Completion> found =
                used.stream().map(this::told).flatMap(Optional::stream).toList();
        used.forEach(one -> handle.createUpdate("DELETE FROM completion WHERE verification = :verification")
                .bind("verification", one.verification())
                .execute());
        return found;
    }

    private Optional<Completion> told(Used used) {
        return handle.createQuery("""
                        SELECT m.id, m.channel, m.trace, d.carrier, d.route, d.country, d.at, d.took
                        FROM message m JOIN dispatch d ON d.message = m.id AND d.result = 'handed'
                        WHERE m.verification = :verification AND m.verification <> ''
                        ORDER BY m.created_at DESC, d.number DESC LIMIT 1
                        """)
                .bind("verification", used.verification())
                .map((row, context) -> {
                    Instant handedAt = Columns.instant(row, "at").plusMillis(row.getLong("took"));
                    Duration since =
                            used.at().isBefore(handedAt) ? Duration.ZERO : Duration.between(handedAt, used.at());
                    return new Completion(ReceiptTable.leg(row, row.getString("id")), since);
                })
                .findOne();
    }
}
