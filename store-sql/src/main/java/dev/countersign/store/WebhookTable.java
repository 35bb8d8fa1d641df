package dev.countersign.store;

import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.webhook.EventType;
import dev.countersign.webhook.SigningKey;
import dev.countersign.webhook.Subscription;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The table of webhooks, within one unit of work.
record WebhookTable(Handle handle) {
    private static final String SELECT = """
            SELECT uid, tenant, id, url, events, active, secret, previous, previous_until, created_at, changed_at
            FROM webhook
            """;

    /// A webhook as it stands in its table, address and keys still sealed.
    record Row(
            String uid,
            long tenant,
            String id,
            Bytes url,
            String events,
            boolean active,
            Bytes secret,
            Optional<Bytes> previous,
            Optional<Instant> previousUntil,
            Instant createdAt,
            Instant changedAt) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("uid"),
                    row.getLong("tenant"),
                    row.getString("id"),
                    Columns.bytes(row, "url"),
                    row.getString("events"),
                    Columns.flag(row, "active"),
                    Columns.bytes(row, "secret"),
                    Columns.perhapsBytes(row, "previous"),
                    Columns.perhapsInstant(row, "previous_until"),
                    Columns.instant(row, "created_at"),
                    Columns.instant(row, "changed_at"));
        }

        Subscription open(Seals seals) {
            return new Subscription(
                    tenant, id, address(seals), types(events), active, createdAt, changedAt, previousUntil);
        }

        String address(Seals seals) {
            return seals.open(placeOfUrl(tenant, uid), url);
        }

        /// The keys that sign at a time, the present one first.
        List<SigningKey> keys(Seals seals, Instant now) {
            List<SigningKey> keys = new ArrayList<>(2);
            keys.add(key(seals, secret));
            if (previousUntil.filter(now::isBefore).isPresent()) {
                previous.map(kept -> key(seals, kept)).ifPresent(keys::add);
            }
            return keys;
        }

        private SigningKey key(Seals seals, Bytes kept) {
            return new SigningKey(Secret.of(seals.open(placeOfKey(tenant, uid), kept)));
        }
    }

    /// The present key and the one before it stand in the same place, so that one becomes the other as it is.
    static Place placeOfKey(long tenant, String uid) {
        return new Place(tenant, "webhook", "secret", uid);
    }

    static Place placeOfUrl(long tenant, String uid) {
        return new Place(tenant, "webhook", "url", uid);
    }

    private static Set<EventType> types(String joined) {
        return joined.isEmpty()
                ? Set.of()
                : Arrays.stream(joined.split(",")).map(EventTable::type).collect(Collectors.toSet());
    }

    static String joined(Set<EventType> types) {
        return types.stream().map(EventType::word).sorted().collect(Collectors.joining(","));
    }

    Optional<Row> find(long tenant, String id) {
        return handle.createQuery(SELECT + "WHERE tenant = :tenant AND id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .map((row, context) -> Row.of(row))
                .findOne();
    }

    List<Row> of(long tenant) {
        return handle.createQuery(SELECT + "WHERE tenant = :tenant ORDER BY id")
                .bind("tenant", tenant)
                .map((row, context) -> Row.of(row))
                .list();
    }

    /// The active ones to which something is due and that did not ask for quiet.
    List<Row> due(Instant now) {
        return handle.createQuery(SELECT + """
                        WHERE active = 1 AND (quiet_until IS NULL OR quiet_until <= :now) AND EXISTS (
                            SELECT 1 FROM webhook_delivery d WHERE d.webhook = webhook.uid AND d.due_at <= :now)
                        """)
                .bind("now", now.toEpochMilli())
                .map((row, context) -> Row.of(row))
                .list();
    }

    void insert(Row row) {
        handle.createUpdate("""
                        INSERT INTO webhook (uid, tenant, id, url, events, active, secret, created_at, changed_at)
                        VALUES (:uid, :tenant, :id, :url, :events, :active, :secret, :createdAt, :changedAt)
                        """)
                .bind("uid", row.uid())
                .bind("tenant", row.tenant())
                .bind("id", row.id())
                .bind("url", row.url().toArray())
                .bind("events", row.events())
                .bind("active", Columns.flag(row.active()))
                .bind("secret", row.secret().toArray())
                .bind("createdAt", row.createdAt().toEpochMilli())
                .bind("changedAt", row.changedAt().toEpochMilli())
                .execute();
    }

    /// Changes where it goes, and lets it hear again what it did not want to hear.
    void change(String uid, Bytes url, String events, boolean active, Instant at) {
        handle.createUpdate("""
                        UPDATE webhook SET url = :url, events = :events, active = :active, changed_at = :at,
                            quiet_until = NULL
                        WHERE uid = :uid
                        """)
                .bind("uid", uid)
                .bind("url", url.toArray())
                .bind("events", events)
                .bind("active", Columns.flag(active))
                .bind("at", at.toEpochMilli())
                .execute();
    }

    void rotate(String uid, Bytes secret, Instant previousUntil, Instant at) {
        handle.createUpdate("""
                        UPDATE webhook SET previous = secret, previous_until = :until, secret = :secret,
                            changed_at = :at
                        WHERE uid = :uid
                        """)
                .bind("uid", uid)
                .bind("secret", secret.toArray())
                .bind("until", previousUntil.toEpochMilli())
                .bind("at", at.toEpochMilli())
                .execute();
    }

    void quiet(String uid, Instant until) {
        handle.createUpdate("UPDATE webhook SET quiet_until = :until WHERE uid = :uid")
                .bind("uid", uid)
                .bind("until", until.toEpochMilli())
                .execute();
    }

    boolean delete(long tenant, String id) {
        return handle.createUpdate("DELETE FROM webhook WHERE tenant = :tenant AND id = :id")
                        .bind("tenant", tenant)
                        .bind("id", id)
                        .execute()
                > 0;
    }
}
