package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The audit, within the unit of work that makes the change.
record AuditTable(Handle handle) {
    /// Appends an entry: it is kept exactly when the unit of work is. Its link is given before the commit.
    void append(AuditEntry entry) {
        handle.createUpdate("""
                        INSERT INTO audit (at, tenant, actor, key_id, source, request, event, subject, facts)
                        VALUES (:at, :tenant, :actor, :key, :source, :request, :event, :subject, :facts)
                        """)
                .bind("at", entry.at().toEpochMilli())
                .bind("tenant", entry.tenant())
                .bind("actor", entry.actor())
                .bind("key", entry.key())
                .bind("source", entry.source())
                .bind("request", entry.request())
                .bind("event", entry.event())
                .bind("subject", entry.subject())
                .bind("facts", facts(entry))
                .execute();
    }

    /// Entries by number, of one tenant or of all.
    List<AuditRow> entries(Optional<Long> tenant, long after, int most) {
        return handle.createQuery("""
                        SELECT seq, at, tenant, actor, key_id, source, request, event, subject, facts, digest
                        FROM audit WHERE seq > :after AND (:everybody = 1 OR tenant = :tenant)
                        ORDER BY seq LIMIT :most
                        """)
                .bind("after", after)
                .bind("everybody", Columns.flag(tenant.isEmpty()))
                .bind("tenant", tenant.orElse(0L))
                .bind("most", most)
                .map((row, context) -> AuditRow.of(row))
                .list();
    }

    private static String facts(AuditEntry entry) {
        return entry.facts().entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue().replaceAll("\\R", " "))
                .collect(Collectors.joining("\n"));
    }
}
