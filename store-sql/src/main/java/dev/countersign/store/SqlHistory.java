package dev.countersign.store;

import dev.countersign.delivery.History;
import dev.countersign.delivery.HistoryStore;
import dev.countersign.destination.Destination;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// What became of messages, read from SQL.
public final class SqlHistory implements HistoryStore {
    private static final String MESSAGES = """
            SELECT m.id, m.verification, m.channel, m.purpose, m.state, m.created_at, m.recipient,
                   v.destination AS hidden
            FROM message m LEFT JOIN verification v ON v.id = m.verification
            WHERE m.tenant = :tenant AND
            """;

    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the tables are
    /// @param seals opens destinations, to mask them
    public SqlHistory(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public Optional<History> find(long tenant, String message) {
        return messages("m.id = :key", tenant, message).stream().findFirst();
    }

    @Override
    public List<History> ofVerification(long tenant, String verification) {
        return messages("m.verification = :key AND m.verification <> ''", tenant, verification);
    }

    @Override
    public Optional<String> latestState(long tenant, String verification) {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT state FROM message
                        WHERE verification = :verification AND verification <> '' AND tenant = :tenant
                        ORDER BY created_at DESC, id DESC LIMIT 1
                        """)
                .bind("verification", verification)
                .bind("tenant", tenant)
                .mapTo(String.class)
                .findOne()
                .map(SqlHistory::shown));
    }

    private List<History> messages(String which, long tenant, String key) {
        return transactions.read(handle -> handle.createQuery(MESSAGES + which + " ORDER BY m.created_at, m.id")
                .bind("tenant", tenant)
                .bind("key", key)
                .map((row, context) -> history(handle, tenant, row))
                .list());
    }

    private History history(Handle handle, long tenant, ResultSet row) throws SQLException {
        String id = row.getString("id");
        String verification = row.getString("verification");
        Optional<Bytes> hidden = Columns.perhapsBytes(row, "hidden");
        Optional<String> to = Columns.perhapsBytes(row, "recipient")
                .map(kept -> seals.open(NoticeTable.placeOfRecipient(tenant, id), kept))
                .or(() ->
                        hidden.map(kept -> seals.open(VerificationRow.placeOfDestination(tenant, verification), kept)));
        return new History(
                id,
                Optional.of(verification).filter(text -> !text.isEmpty()),
                row.getString("channel"),
                to.map(text -> Destination.ofCanonical(text).masked()),
                row.getString("purpose"),
                shown(row.getString("state")),
                Columns.instant(row, "created_at"),
                handings(handle, id),
                parts(handle, id));
    }

    /// Who holds the lease is nobody's business: it is still due.
    private static String shown(String state) {
        return state.equals("leased") ? "due" : state;
    }

    private static List<History.Handing> handings(Handle handle, String message) {
        return handle.createQuery("""
                        SELECT number, carrier, route, at, took, result, error FROM dispatch
                        WHERE message = :message ORDER BY number
                        """)
                .bind("message", message)
                .map((row, context) -> new History.Handing(
                        row.getInt("number"),
                        row.getString("carrier"),
                        row.getString("route"),
                        Columns.instant(row, "at"),
                        Duration.ofMillis(row.getLong("took")),
                        row.getString("result"),
                        Optional.ofNullable(row.getString("error"))))
                .list();
    }

    private static List<History.Part> parts(Handle handle, String message) {
        return handle.createQuery("""
                        SELECT dispatch, number, carrier, reference, state, error, at FROM part
                        WHERE message = :message ORDER BY dispatch, number
                        """)
                .bind("message", message)
                .map((row, context) -> new History.Part(
                        row.getInt("dispatch"),
                        row.getInt("number"),
                        row.getString("carrier"),
                        row.getString("reference"),
                        ReceiptTable.state(row.getString("state")),
                        Optional.ofNullable(row.getString("error")),
                        Columns.perhapsInstant(row, "at")))
                .list();
    }
}
