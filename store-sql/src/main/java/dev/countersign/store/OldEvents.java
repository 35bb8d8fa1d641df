package dev.countersign.store;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Gives up and forgets deliveries and events, within one unit of work each.
record OldEvents(Handle handle) {
    /// Gives up what was not even tried in its time, as where a webhook was switched off.
    int giveUp(Instant before, int most) {
        return handle.createUpdate("""
                        UPDATE webhook_delivery SET state = 'failed', due_at = NULL, node = NULL WHERE id IN (
                            SELECT id FROM webhook_delivery WHERE due_at IS NOT NULL AND give_up_at <= :before
                            ORDER BY give_up_at LIMIT :most)
                        """)
                .bind("before", before.toEpochMilli())
                .bind("most", most)
                .execute();
    }

    /// Forgets deliveries of events that happened before a time; they go before their events.
    int deliveries(Instant before, int most) {
        return forget(handle.createQuery("""
                        SELECT id FROM webhook_delivery WHERE created_at <= :before ORDER BY created_at LIMIT :most
                        """)
                .bind("before", before.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list());
    }

    private int forget(List<String> ids) {
        if (!ids.isEmpty()) {
            each("DELETE FROM webhook_try WHERE delivery = :id", ids);
            each("DELETE FROM webhook_delivery WHERE id = :id", ids);
        }
        return ids.size();
    }

    /// Forgets events that happened before a time.
    int events(Instant before, int most) {
        return handle.createUpdate("""
                        DELETE FROM event WHERE seq IN (
                            SELECT seq FROM event WHERE at <= :before ORDER BY at LIMIT :most)
                        """)
                .bind("before", before.toEpochMilli())
                .bind("most", most)
                .execute();
    }

    private void each(String sql, List<String> ids) {
        PreparedBatch batch = handle.prepareBatch(sql);
        ids.forEach(id -> batch.bind("id", id).add());
        batch.execute();
    }
}
