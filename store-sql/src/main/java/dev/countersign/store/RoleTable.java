package dev.countersign.store;

import dev.countersign.policy.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of roles, within one unit of work.
record RoleTable(Handle handle) {
    Optional<Role> find(long tenant, long id) {
        return handle.createQuery("SELECT * FROM role WHERE tenant = :tenant AND id = :id")
                .bind("tenant", tenant)
                .bind("id", id)
                .map((row, context) -> role(row))
                .findOne();
    }

    Optional<Role> named(long tenant, String name) {
        return handle.createQuery("SELECT * FROM role WHERE tenant = :tenant AND name = :name")
                .bind("tenant", tenant)
                .bind("name", name)
                .map((row, context) -> role(row))
                .findOne();
    }

    private static Role role(ResultSet row) throws SQLException {
        return new Role(
                row.getLong("id"),
                row.getLong("tenant"),
                new Role.Terms(
                        row.getString("name"),
                        row.getString("trust"),
                        row.getString("description"),
                        Duration.ofSeconds(row.getLong("longest_seconds")),
                        Columns.flag(row, "console"),
                        TagLines.read(row.getString("tags"))),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "updated_at"));
    }

    int count(long tenant) {
        return handle.createQuery("SELECT COUNT(*) FROM role WHERE tenant = :tenant")
                .bind("tenant", tenant)
                .mapTo(Integer.class)
                .one();
    }

    /// Adds a role.
    ///
    /// @return false when the id is taken
    boolean insert(Role role) {
        return handle.createUpdate("""
                        INSERT INTO role (id, tenant, name, trust, description, longest_seconds, console, tags,
                                created_at, updated_at)
                        VALUES (:id, :tenant, :name, :trust, :description, :longest, :console, :tags,
                                :createdAt, :updatedAt)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .bind("id", role.id())
                        .bind("tenant", role.tenant())
                        .bind("name", role.name())
                        .bind("trust", role.terms().trust())
                        .bind("description", role.terms().description())
                        .bind("longest", role.terms().longest().toSeconds())
                        .bind("console", Columns.flag(role.terms().console()))
                        .bind("tags", TagLines.written(role.terms().tags()))
                        .bind("createdAt", role.createdAt().toEpochMilli())
                        .bind("updatedAt", role.updatedAt().toEpochMilli())
                        .execute()
                > 0;
    }

    boolean delete(long tenant, long id) {
        return handle.createUpdate("DELETE FROM role WHERE tenant = :tenant AND id = :id")
                        .bind("tenant", tenant)
                        .bind("id", id)
                        .execute()
                > 0;
    }
}
