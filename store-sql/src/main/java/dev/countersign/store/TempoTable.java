package dev.countersign.store;

import dev.countersign.delivery.Tempo;
import dev.countersign.destination.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The counts of how fast carriers are, within one unit of work: a row for each minute, carrier and channel, so
/// that they are read quickly however much is sent, and are the same in all processes.
record TempoTable(Handle handle) {
    /// A receipt that comes later than this after the hand-over came late.
    static final Duration LATE = Duration.ofMinutes(5);

    /// A carrier that gave no receipt for so long is not known to give any.
    static final Duration KNOWN = Duration.ofDays(1);

    private static final Duration WINDOW = Duration.ofMinutes(15);

    /// What a count is of.
    record Key(long minute, String carrier, String channel) {
        static Key of(Instant handedAt, String carrier, String channel) {
            return new Key(TempoTable.minute(handedAt), carrier, channel);
        }
    }

    /// How many messages of a minute.
    record Counts(int handed, int quick, int late) {
        static final Counts ONE_HANDED = new Counts(1, 0, 0);

        static Counts arrived(Duration sinceHanded) {
            return sinceHanded.compareTo(LATE) > 0 ? new Counts(0, 0, 1) : new Counts(0, 1, 0);
        }

        Counts plus(Counts more) {
            return new Counts(handed + more.handed, quick + more.quick, late + more.late);
        }
    }

    static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), 60L);
    }

    /// Adds, always in one order, so that two processes don't wait for each other crosswise.
    void add(Map<Key, Counts> more) {
        if (more.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO tempo (minute, carrier, channel, handed, quick, late)
                VALUES (:minute, :carrier, :channel, :handed, :quick, :late)
                ON CONFLICT (minute, carrier, channel) DO UPDATE SET
                    handed = tempo.handed + excluded.handed,
                    quick = tempo.quick + excluded.quick,
                    late = tempo.late + excluded.late
                """);
        Collection<Map.Entry<Key, Counts>> ordered = more.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().minute() + " "
                        + entry.getKey().carrier() + " " + entry.getKey().channel()))
                .toList();
        for (Map.Entry<Key, Counts> one : ordered) {
            batch.bind("minute", one.getKey().minute())
                    .bind("carrier", one.getKey().carrier())
                    .bind("channel", one.getKey().channel())
                    .bind("handed", one.getValue().handed())
                    .bind("quick", one.getValue().quick())
                    .bind("late", one.getValue().late())
                    .add();
        }
        batch.execute();
    }

    /// The tempos of the carriers that are known to give receipts. What was handed over less than five minutes
    /// ago and has no receipt yet is not judged.
    List<Tempo> tempos(Instant now) {
        return handle.createQuery("""
                        SELECT carrier, channel,
                            SUM(CASE WHEN minute < :window THEN 0 WHEN minute <= :overdue THEN handed
                                ELSE quick + late END) AS judged,
                            SUM(CASE WHEN minute < :window THEN 0 WHEN minute <= :overdue THEN handed - quick
                                ELSE late END) AS slow
                        FROM tempo WHERE minute >= :known
                        GROUP BY carrier, channel
                        HAVING SUM(quick + late) > 0
                        """)
                .bind("window", minute(now.minus(WINDOW)))
                .bind("overdue", minute(now.minus(LATE)) - 1)
                .bind("known", minute(now.minus(KNOWN)))
                .map((row, context) -> new Tempo(
                        row.getString("carrier"),
                        Channel.of(row.getString("channel")),
                        row.getLong("judged"),
                        Math.max(0, row.getLong("slow"))))
                .list();
    }
}
