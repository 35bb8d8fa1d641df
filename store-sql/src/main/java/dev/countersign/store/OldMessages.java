package dev.countersign.store;

import dev.countersign.webhook.EventType;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Gives up messages, and forgets them with all that is known of them, within one unit of work.
record OldMessages(Handle handle) {
    /// Forgets those that were made before a time and are settled.
    ///
    /// @return how many messages
    int forget(Instant before, int most) {
        List<String> old = handle.createQuery("""
                        SELECT id FROM message WHERE created_at <= :before AND due_at IS NULL
                        ORDER BY created_at LIMIT :most
                        """)
                .bind("before", before.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list();
        if (!old.isEmpty()) {
            each("DELETE FROM part WHERE message = :id", old);
            each("DELETE FROM dispatch WHERE message = :id", old);
            each("DELETE FROM message WHERE id = :id", old);
        }
        return old.size();
    }

    /// Gives up those that were made before a time and that nobody looked at.
    ///
    /// @return how many messages
    int giveUp(Instant before, int most, Instant now) {
        List<String> old = handle.createQuery("""
                        SELECT id FROM message WHERE created_at <= :before AND due_at IS NOT NULL
                        ORDER BY created_at LIMIT :most
                        """)
                .bind("before", before.toEpochMilli())
                .bind("most", most)
                .mapTo(String.class)
                .list();
        if (!old.isEmpty()) {
            each("UPDATE message SET state = 'expired', due_at = NULL, node = NULL WHERE id = :id", old);
            new EventTable(handle).messages(EventType.MESSAGE_EXPIRED, old, now);
        }
        return old.size();
    }

    private void each(String sql, List<String> ids) {
        PreparedBatch batch = handle.prepareBatch(sql);
        ids.forEach(id -> batch.bind("id", id).add());
        batch.execute();
    }
}
