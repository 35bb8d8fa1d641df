package dev.countersign.store;

import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.Change;
import dev.countersign.authenticator.Change.Status;
import dev.countersign.authenticator.Current;
import dev.countersign.destination.Destination;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of changes of numbers and addresses, within one unit of work.
record ChangeTable(Handle handle, Seals seals) {
    private static final String DEVICE = "totp";
    private static final String SENT = "sent";
    private static final String NOTHING = "none";
    private static final String COLUMNS = """
            SELECT id, tenant, uin, destination, old, current_by, current_to, locale, status, cool_off_until, expires_at
            FROM authenticator_change
            """;

    Optional<Change> find(long tenant, long uin, String id) {
        return handle.createQuery(COLUMNS + " WHERE id = :id AND tenant = :tenant AND uin = :uin")
                .bind("id", id)
                .bind("tenant", tenant)
                .bind("uin", uin)
                .map((row, context) -> change(row))
                .findOne();
    }

    /// The pending one of a kind, be its time over or not.
    Optional<Change> pending(long tenant, long uin, AuthenticatorKind kind) {
        return handle.createQuery(
                        COLUMNS + " WHERE uin = :uin AND tenant = :tenant AND kind = :kind AND status = 'pending'")
                .bind("tenant", tenant)
                .bind("uin", uin)
                .bind("kind", kind.word())
                .map((row, context) -> change(row))
                .findOne();
    }

    void insert(Change change) {
        handle.createUpdate("""
                        INSERT INTO authenticator_change (id, tenant, uin, kind, destination, old, current_by,
                                current_to, locale, status, expires_at)
                        VALUES (:id, :tenant, :uin, :kind, :destination, :old, :by,
                                :currentTo, :locale, 'pending', :expiresAt)
                        """)
                .bind("id", change.id())
                .bind("tenant", change.tenant())
                .bind("uin", change.principal())
                .bind("kind", change.kind().word())
                .bind("destination", seal(change, "destination", change.to()).toArray())
                .bind(
                        "old",
                        change.old()
                                .map(old -> seal(change, "old", old).toArray())
                                .orElse(null))
                .bind("by", change.current().map(ChangeTable::by).orElse(NOTHING))
                .bind(
                        "currentTo",
                        change.current()
                                .flatMap(ChangeTable::sentTo)
                                .map(to -> seal(change, "current_to", to).toArray())
                                .orElse(null))
                .bind("locale", change.locale())
                .bind("expiresAt", change.expiresAt().toEpochMilli())
                .execute();
    }

    /// Lets a pending one go on until another end.
    void prolong(Change change) {
        handle.createUpdate("UPDATE authenticator_change SET expires_at = :end WHERE id = :id")
                .bind("end", change.expiresAt().toEpochMilli())
                .bind("id", change.id())
                .execute();
    }

    /// Ends one.
    void end(Change change, Status status, Optional<Instant> coolOffUntil) {
        handle.createUpdate("""
                        UPDATE authenticator_change SET status = :status, cool_off_until = :until
                        WHERE id = :id AND status = 'pending'
                        """)
                .bind("status", status.word())
                .bind("until", Columns.millis(coolOffUntil))
                .bind("id", change.id())
                .execute();
    }

    /// Ends those of a principal that are pending.
    void replace(long uin) {
        handle.createUpdate("""
                        UPDATE authenticator_change SET status = 'replaced' WHERE uin = :uin AND status = 'pending'
                        """).bind("uin", uin).execute();
    }

    private Change change(ResultSet row) throws SQLException {
        String id = row.getString("id");
        long tenant = row.getLong("tenant");
        return new Change(
                id,
                tenant,
                row.getLong("uin"),
                open(tenant, "destination", id, Columns.bytes(row, "destination")),
                Columns.perhapsBytes(row, "old").map(hidden -> open(tenant, "old", id, hidden)),
                current(row, tenant, id),
                row.getString("locale"),
                Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                Columns.instant(row, "expires_at"),
                Columns.perhapsInstant(row, "cool_off_until"));
    }

    private Optional<Current> current(ResultSet row, long tenant, String id) throws SQLException {
        String by = row.getString("current_by");
        return switch (by) {
            case NOTHING -> Optional.empty();
            case DEVICE -> Optional.of(new Current.Device());
            case SENT ->
                Optional.of(new Current.Sent(open(tenant, "current_to", id, Columns.bytes(row, "current_to"))));
            default -> throw new IllegalStateException("the store has an unknown factor: " + by);
        };
    }

    private static String by(Current current) {
        return switch (current) {
            case Current.Device device -> DEVICE;
            case Current.Sent sent -> SENT;
        };
    }

    private static Optional<Destination> sentTo(Current current) {
        return switch (current) {
            case Current.Device device -> Optional.empty();
            case Current.Sent sent -> Optional.of(sent.to());
        };
    }

    private Bytes seal(Change change, String column, Destination clear) {
        return seals.seal(place(change.tenant(), column, change.id()), clear.canonical());
    }

    private Destination open(long tenant, String column, String id, Bytes sealed) {
        return Destination.ofCanonical(seals.open(place(tenant, column, id), sealed));
    }

    private static Place place(long tenant, String column, String id) {
        return new Place(tenant, "authenticator_change", column, id);
    }
}
