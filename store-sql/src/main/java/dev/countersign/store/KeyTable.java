package dev.countersign.store;

import dev.countersign.directory.IssuedKey;
import dev.countersign.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of access keys as their holders see it, within one unit of work.
record KeyTable(Handle handle) {
    private static final String COLUMNS = """
            SELECT k.id, k.uin, k.active, k.created_at, k.description
            FROM access_key k JOIN principal p ON p.uin = k.uin
            WHERE p.tenant = :tenant""";

    /// Whether the tenant has this principal.
    boolean holder(long tenant, long uin) {
        return handle.createQuery("SELECT COUNT(*) FROM principal WHERE tenant = :tenant AND uin = :uin")
                        .bind("tenant", tenant)
                        .bind("uin", uin)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    List<IssuedKey> of(long tenant, long uin) {
        return handle.createQuery(COLUMNS + " AND k.uin = :uin ORDER BY k.created_at, k.id")
                .bind("tenant", tenant)
                .bind("uin", uin)
                .map((row, context) -> key(row))
                .list();
    }

    Optional<IssuedKey> find(long tenant, String id) {
        return handle.createQuery(COLUMNS + " AND k.id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .map((row, context) -> key(row))
                .findOne();
    }

    private static IssuedKey key(ResultSet row) throws SQLException {
        return new IssuedKey(
                row.getString("id"),
                row.getLong("uin"),
                Columns.flag(row, "active"),
                Columns.instant(row, "created_at"),
                row.getString("description"));
    }

    void insert(IssuedKey key, Bytes sealedSecret) {
        handle.createUpdate("""
                        INSERT INTO access_key (id, uin, secret, active, created_at, description)
                        VALUES (:id, :uin, :secret, :active, :createdAt, :description)
                        """)
                .bind("id", key.id())
                .bind("uin", key.uin())
                .bind("secret", sealedSecret.toArray())
                .bind("active", Columns.flag(key.active()))
                .bind("createdAt", key.createdAt().toEpochMilli())
                .bind("description", key.description())
                .execute();
    }

    boolean activate(long tenant, long uin, String id, boolean active) {
        return find(tenant, id).filter(key -> key.uin() == uin).isPresent()
                && handle.createUpdate("UPDATE access_key SET active = :active WHERE id = :id")
                                .bind("active", Columns.flag(active))
                                .bind("id", id)
                                .execute()
                        > 0;
    }

    boolean delete(long tenant, long uin, String id) {
        return find(tenant, id).filter(key -> key.uin() == uin).isPresent()
                && handle.createUpdate("DELETE FROM access_key WHERE id = :id")
                                .bind("id", id)
                                .execute()
                        > 0;
    }
}
