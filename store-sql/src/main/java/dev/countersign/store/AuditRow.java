package dev.countersign.store;

import dev.countersign.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// An audit entry as it stands in its table.
///
/// @param seq its number, growing but not without gaps
/// @param facts name=value, one a line
/// @param digest what the chain holds of it; empty before it was linked
public record AuditRow(
        long seq,
        Instant at,
        long tenant,
        long actor,
        String key,
        String source,
        String request,
        String event,
        String subject,
        String facts,
        Optional<Bytes> digest) {
    static AuditRow of(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("seq"),
                Columns.instant(row, "at"),
                row.getLong("tenant"),
                row.getLong("actor"),
                row.getString("key_id"),
                row.getString("source"),
                row.getString("request"),
                row.getString("event"),
                row.getString("subject"),
                row.getString("facts"),
                Columns.perhapsBytes(row, "digest"));
    }

    /// The facts by name.
    public SortedMap<String, String> named() {
        SortedMap<String, String> named = new TreeMap<>();
        facts.lines().forEach(line -> {
            int mark = line.indexOf('=');
            named.put(line.substring(0, mark), line.substring(mark + 1));
        });
        return named;
    }

    /// Everything that its digest is made of.
    List<String> content() {
        return List.of(
                Long.toString(seq),
                Long.toString(at.toEpochMilli()),
                Long.toString(tenant),
                Long.toString(actor),
                key,
                source,
                request,
                event,
                subject,
                facts);
    }
}
