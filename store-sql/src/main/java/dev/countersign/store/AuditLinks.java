package dev.countersign.store;

import dev.countersign.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The audit's links and linked entries, within one unit of work.
record AuditLinks(Handle handle) {
    /// One link of the chain.
    ///
    /// @param number from 1, without gaps
    /// @param at when its latest entry was written
    record Link(long number, Instant at, int entries, Bytes hash) {
        static Link of(ResultSet row) throws SQLException {
            return new Link(
                    row.getLong("number"),
                    Columns.instant(row, "at"),
                    row.getInt("entries"),
                    Columns.bytes(row, "hash"));
        }
    }

    boolean anyUnlinked() {
        return handle.createQuery("SELECT seq FROM audit WHERE link IS NULL LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .isPresent();
    }

    List<AuditRow> unlinked() {
        return handle.createQuery("""
                        SELECT seq, at, tenant, actor, key_id, source, request, event, subject, facts, digest
                        FROM audit WHERE link IS NULL ORDER BY seq
                        """).map((row, context) -> AuditRow.of(row)).list();
    }

    List<AuditRow> entries(long link) {
        return handle.createQuery("""
                        SELECT seq, at, tenant, actor, key_id, source, request, event, subject, facts, digest
                        FROM audit WHERE link = :link ORDER BY seq
                        """)
                .bind("link", link)
                .map((row, context) -> AuditRow.of(row))
                .list();
    }

    void link(AuditRow row, long link, Bytes digest) {
        handle.createUpdate("UPDATE audit SET link = :link, digest = :digest WHERE seq = :seq")
                .bind("link", link)
                .bind("digest", digest.toArray())
                .bind("seq", row.seq())
                .execute();
    }

    void insert(Link link) {
        handle.createUpdate("""
                        INSERT INTO audit_link (number, at, entries, hash) VALUES (:number, :at, :entries, :hash)
                        """)
                .bind("number", link.number())
                .bind("at", link.at().toEpochMilli())
                .bind("entries", link.entries())
                .bind("hash", link.hash().toArray())
                .execute();
    }

    Optional<Link> last() {
        return handle.createQuery("SELECT number, at, entries, hash FROM audit_link ORDER BY number DESC LIMIT 1")
                .map((row, context) -> Link.of(row))
                .findOne();
    }

    Optional<Link> numbered(long number) {
        return handle.createQuery("SELECT number, at, entries, hash FROM audit_link WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> Link.of(row))
                .findOne();
    }

    List<Link> after(long number, int most) {
        return handle.createQuery("""
                        SELECT number, at, entries, hash FROM audit_link
                        WHERE number > :number ORDER BY number LIMIT :most
                        """)
                .bind("number", number)
                .bind("most", most)
                .map((row, context) -> Link.of(row))
                .list();
    }

    /// How many entries stand in no link that there is, but for the purged ones.
    int strays(long floor) {
        return handle.createQuery("""
                        SELECT COUNT(*) FROM audit
                        WHERE link IS NULL OR link <= :floor
                            OR NOT EXISTS (SELECT 1 FROM audit_link WHERE number = audit.link)
                        """).bind("floor", floor).mapTo(Integer.class).one();
    }

    /// Removes a link with its entries.
    void remove(Link link) {
        handle.createUpdate("DELETE FROM audit WHERE link = :number")
                .bind("number", link.number())
                .execute();
        handle.createUpdate("DELETE FROM audit_link WHERE number = :number")
                .bind("number", link.number())
                .execute();
    }
}
