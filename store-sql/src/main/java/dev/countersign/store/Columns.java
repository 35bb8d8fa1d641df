package dev.countersign.store;

import dev.countersign.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How values stand in columns, where SQL has no type for them that both databases share.
final class Columns {
    private Columns() {}

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    static Optional<Instant> perhapsInstant(ResultSet row, String column) throws SQLException {
        return perhapsLong(row, column).map(Instant::ofEpochMilli);
    }

    static Optional<Long> perhapsLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    static boolean flag(ResultSet row, String column) throws SQLException {
        return row.getInt(column) != 0;
    }

    static Bytes bytes(ResultSet row, String column) throws SQLException {
        return Bytes.of(row.getBytes(column));
    }

    static Optional<Bytes> perhapsBytes(ResultSet row, String column) throws SQLException {
        byte @Nullable [] value = row.getBytes(column);
        return value == null ? Optional.empty() : Optional.of(Bytes.of(value));
    }

    /// Words that were joined by commas.
    static Set<String> words(ResultSet row, String column) throws SQLException {
        String joined = row.getString(column);
        return joined.isEmpty() ? Set.of() : new LinkedHashSet<>(Arrays.asList(joined.split(",")));
    }

    static String joined(Set<String> words) {
        return String.join(",", words.stream().sorted().toList());
    }

    static int flag(boolean value) {
        return value ? 1 : 0;
    }

    static @Nullable Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }
}
