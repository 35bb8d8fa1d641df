package dev.countersign.store;

import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenge.Asked;
import dev.countersign.challenge.Challenge.Progress;
import dev.countersign.challenge.Challenge.Return;
import dev.countersign.challenge.Challenge.Status;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Operation;
import dev.countersign.protection.Method;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a challenge stands in its table.
final class ChallengeRow {
    /// The columns that [#of] reads.
    static final String COLUMNS = """
            c.id, c.tenant, c.principal, c.kind, c.operation, c.method, c.enrols, c.return_to, c.nonce, c.locale,
            c.status, c.tries_left, c.starts_left, c.browser, c.kept, c.proven, c.shown, c.passed_at,
            c.created_at, c.expires_at""";

    private ChallengeRow() {}

    /// Reads one, and opens its operation.
    static Challenge of(ResultSet row, Seals seals) throws SQLException {
        String id = row.getString("id");
        long tenant = row.getLong("tenant");
        Operation operation = operation(seals.open(place(tenant, id), Columns.bytes(row, "operation")));
        return new Challenge(
                id,
                tenant,
                row.getLong("principal"),
                new Asked(
                        Kind.of(row.getString("kind")).orElseThrow(),
                        operation,
                        Method.of(row.getString("method")).orElseThrow(),
                        Columns.flag(row, "enrols")),
                new Return(row.getString("return_to"), row.getString("nonce")),
                row.getString("locale"),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"),
                progress(row));
    }

    private static Progress progress(ResultSet row) throws SQLException {
        String shown = row.getString("shown");
        return new Progress(
                status(row.getString("status")),
                Math.max(0, row.getInt("tries_left")),
                Math.max(0, row.getInt("starts_left")),
                Columns.perhapsBytes(row, "browser").isPresent(),
                Columns.flag(row, "proven"),
                row.getString("kept"),
                Columns.perhapsInstant(row, "passed_at"),
                shown.isEmpty() ? List.of() : Arrays.asList(shown.split(",")));
    }

    static Status status(String word) {
        return Status.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static Place place(long tenant, String id) {
        return new Place(tenant, "challenge", "operation", id);
    }

    /// Name, then fields' names and values in turns, one a line: none of them holds a line break.
    static String text(Operation operation) {
        return Stream.concat(
                        Stream.of(operation.name()),
                        operation.fields().stream().flatMap(field -> Stream.of(field.name(), field.value())))
                .collect(Collectors.joining("\n"));
    }

    private static Operation operation(String text) {
        String[] lines = text.split("\n", -1);
        List<Operation.Field> fields = new ArrayList<>();
        for (int i = 1; i + 1 < lines.length; i += 2) {
            fields.add(new Operation.Field(lines[i], lines[i + 1]));
        }
        return new Operation(lines[0], fields);
    }
}
