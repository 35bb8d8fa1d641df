package dev.countersign.store;

import dev.countersign.migration.Space;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of spaces, within one unit of work.
record SpaceTable(Handle handle) {
    Optional<Space> find(String id) {
        return handle.createQuery("SELECT id, tenant, waba FROM space WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> space(row))
                .findOne();
    }

    Optional<Space> ofWaba(String waba) {
        return handle.createQuery("SELECT id, tenant, waba FROM space WHERE waba = :waba")
                .bind("waba", waba)
                .map((row, context) -> space(row))
                .findOne();
    }

    List<Space> of(long tenant) {
        return handle.createQuery("SELECT id, tenant, waba FROM space WHERE tenant = :tenant ORDER BY id")
                .bind("tenant", tenant)
                .map((row, context) -> space(row))
                .list();
    }

    boolean insert(Space space, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO space (id, tenant, waba, created_at) VALUES (:id, :tenant, :waba, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .bind("id", space.id())
                        .bind("tenant", space.tenant())
                        .bind("waba", space.waba().orElse(null))
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    void bind(String id, String waba) {
        handle.createUpdate("UPDATE space SET waba = :waba WHERE id = :id")
                .bind("id", id)
                .bind("waba", waba)
                .execute();
    }

    private static Space space(ResultSet row) throws SQLException {
        return new Space(row.getString("id"), row.getLong("tenant"), Optional.ofNullable(row.getString("waba")));
    }
}
