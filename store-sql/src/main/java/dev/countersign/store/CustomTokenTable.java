package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.store.database.Frequent;
import dev.countersign.token.CustomToken;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of custom tokens, within one unit of work.
record CustomTokenTable(Handle handle) {
    private static final String LIVE = "SELECT uin, challenge FROM custom_token"
            + " WHERE hash = ? AND tenant = ? AND expires_at > ? AND spent_at IS NULL";

    /// A token that may be spent.
    record Live(long uin, String challenge) {}

    void put(Bytes hash, CustomToken token) {
        handle.createUpdate("""
                        INSERT INTO custom_token (hash, tenant, uin, challenge, created_at, expires_at)
                        VALUES (:hash, :tenant, :uin, :challenge, :createdAt, :expiresAt)
                        ON CONFLICT (hash) DO UPDATE SET tenant = excluded.tenant, uin = excluded.uin,
                            challenge = excluded.challenge, created_at = excluded.created_at,
                            expires_at = excluded.expires_at, spent_at = NULL
                        """)
                .bind("hash", hash.toArray())
                .bind("tenant", token.tenant())
                .bind("uin", token.uin())
                .bind("challenge", token.challenge())
                .bind("createdAt", token.createdAt().toEpochMilli())
                .bind("expiresAt", token.expiresAt().toEpochMilli())
                .execute();
    }

    Optional<Live> live(Bytes hash, long tenant, Instant now) {
        return Frequent.ask(
                        handle,
                        LIVE,
                        row -> new Live(row.getLong("uin"), row.getString("challenge")),
                        hash.toArray(),
                        tenant,
                        now.toEpochMilli())
                .stream()
                .findFirst();
    }

    /// Forgets tokens whose time is over. That one was never spent is its outcome, and stands in the audit.
    int forget(Instant now, int most) {
        List<Ended> ended = handle.createQuery("""
                        SELECT hash, tenant, uin, challenge, spent_at FROM custom_token
                        WHERE expires_at <= :now ORDER BY expires_at LIMIT :most
                        """)
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, context) -> new Ended(
                        row.getBytes("hash"),
                        row.getLong("tenant"),
                        row.getLong("uin"),
                        row.getString("challenge"),
                        row.getObject("spent_at") != null))
                .list();
        for (Ended one : ended) {
            int gone = handle.createUpdate("DELETE FROM custom_token WHERE hash = :hash AND expires_at <= :now")
                    .bind("hash", one.hash())
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (gone > 0 && !one.spent()) {
                new AuditTable(handle).append(one.entry(now));
            }
        }
        return ended.size();
    }

    @SuppressWarnings("ArrayRecordComponent") // a column's value, never compared
    private record Ended(byte[] hash, long tenant, long uin, String challenge, boolean spent) {
        AuditEntry entry(Instant now) {
            return AuditEntry.own(
                    now, tenant, "token.expired", AuditEntry.principal(uin), Map.of("challenge", challenge));
        }
    }

    void spend(Bytes hash, Instant now) {
        handle.createUpdate("UPDATE custom_token SET spent_at = :now WHERE hash = :hash")
                .bind("hash", hash.toArray())
                .bind("now", now.toEpochMilli())
                .execute();
    }
}
