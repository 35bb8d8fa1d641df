package dev.countersign.store;

import dev.countersign.store.database.Closing;
import dev.countersign.value.Uuids;
import dev.countersign.webhook.DeliveryPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Gives the events of a batch their ids and numbers, and makes a delivery for each webhook that wants them, in
/// the commit that keeps them. Numbers follow the commits, since no two processes do this at once: who reads by
/// number misses nothing.
public final class Announcing implements Closing {
    private final RandomGenerator random;

    /// @param random draws ids
    public Announcing(RandomGenerator random) {
        this.random = random;
    }

    private record Fresh(long seq, long tenant, String type, Instant at) {}

    private record Wish(String uid, String events) {
        boolean holds(String type) {
            return events.isEmpty() || List.of(events.split(",")).contains(type);
        }
    }

    @Override
    public boolean wanted(Handle handle) {
        return handle.createQuery("SELECT 1 FROM event WHERE number IS NULL LIMIT 1")
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void perform(Handle handle) {
        List<Fresh> fresh = handle.createQuery(
                        "SELECT seq, tenant, type, at FROM event WHERE number IS NULL ORDER BY seq")
                .map((row, context) -> new Fresh(
                        row.getLong("seq"), row.getLong("tenant"), row.getString("type"), Columns.instant(row, "at")))
                .list();
        Map<Long, Long> last = new HashMap<>();
        Map<Long, List<Wish>> wishes = new HashMap<>();
        PreparedBatch numbering = handle.prepareBatch("UPDATE event SET id = :id, number = :number WHERE seq = :seq");
        PreparedBatch due = handle.prepareBatch("""
                INSERT INTO webhook_delivery (id, webhook, event, state, attempts, due_at, give_up_at, created_at)
                VALUES (:id, :webhook, :event, 'due', 0, :at, :giveUpAt, :at)
                """);
        for (Fresh one : fresh) {
            String id = Uuids.timed(one.at(), random).toString();
            long number = last.computeIfAbsent(one.tenant(), tenant -> last(handle, tenant)) + 1;
            last.put(one.tenant(), number);
            numbering
                    .bind("id", id)
                    .bind("number", number)
                    .bind("seq", one.seq())
                    .add();
            for (Wish wish : wishes.computeIfAbsent(one.tenant(), tenant -> wishes(handle, tenant))) {
                if (wish.holds(one.type())) {
                    due.bind("id", Uuids.timed(one.at(), random).toString())
                            .bind("webhook", wish.uid())
                            .bind("event", id)
                            .bind("at", one.at().toEpochMilli())
                            .bind(
                                    "giveUpAt",
                                    one.at().plus(DeliveryPolicy.PATIENCE).toEpochMilli())
                            .add();
                }
            }
        }
        numbering.execute();
        if (due.size() > 0) {
            due.execute();
        }
        last.forEach((tenant, number) -> count(handle, tenant, number));
    }

    private static long last(Handle handle, long tenant) {
        return handle.createQuery("SELECT last FROM event_count WHERE tenant = :tenant")
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private static void count(Handle handle, long tenant, long last) {
        handle.createUpdate("""
                        INSERT INTO event_count (tenant, last) VALUES (:tenant, :last)
                        ON CONFLICT (tenant) DO UPDATE SET last = excluded.last
                        """).bind("tenant", tenant).bind("last", last).execute();
    }

    private static List<Wish> wishes(Handle handle, long tenant) {
        return handle.createQuery("SELECT uid, events FROM webhook WHERE tenant = :tenant AND active = 1")
                .bind("tenant", tenant)
                .map((row, context) -> new Wish(row.getString("uid"), row.getString("events")))
                .list();
    }
}
