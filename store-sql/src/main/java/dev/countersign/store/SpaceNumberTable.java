package dev.countersign.store;

import dev.countersign.destination.Destination;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.migration.NumberState;
import dev.countersign.migration.SpaceNumber;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Frequent;
import dev.countersign.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The table of spaces' numbers, within one unit of work.
///
/// @param seals seals the numbers
record SpaceNumberTable(Handle handle, Seals seals) {
    private static final Comparator<SpaceNumber> OLDEST_FIRST =
            Comparator.comparing(SpaceNumber::createdAt).thenComparing(SpaceNumber::id);

    private static final String SELECT =
            "SELECT id, space, tenant, phone, state, name, verified_at, created_at FROM space_number ";

    private static final String OF_SPACE = "SELECT id, phone, state, name, verified_at, created_at FROM space_number"
            + " WHERE space = ? AND tenant = ?";

    Optional<SpaceNumber> find(String space, Bytes hash) {
        return handle.createQuery(SELECT + "WHERE space = :space AND phone_hash = :hash")
                .bind("space", space)
                .bind("hash", hash.toArray())
                .map((row, context) -> number(row))
                .findOne();
    }

    /// Applications ask this over and over, until a number is where it should be.
    List<SpaceNumber> of(long tenant, String space) {
        return Frequent.ask(handle, OF_SPACE, row -> number(row, tenant, space), space, tenant).stream()
                // No index is in this order, and to let the database sort costs a short answer more than all the rest.
                .sorted(OLDEST_FIRST)
                .toList();
    }

    int count(String space) {
        return handle.createQuery("SELECT COUNT(*) FROM space_number WHERE space = :space")
                .bind("space", space)
                .mapTo(Integer.class)
                .one();
    }

    /// The number where it is connected, in whichever other space that is.
    Optional<SpaceNumber> connectedElsewhere(String space, Bytes hash) {
        return handle.createQuery(SELECT + "WHERE phone_hash = :hash AND state = :state AND space <> :space")
                .bind("hash", hash.toArray())
                .bind("state", NumberState.CONNECTED.word())
                .bind("space", space)
                .map((row, context) -> number(row))
                .findOne();
    }

    void put(SpaceNumber number, Bytes hash) {
        handle.createUpdate("""
                        INSERT INTO space_number (id, tenant, space, phone_hash, phone, state, name, verified_at,
                                created_at)
                        VALUES (:id, :tenant, :space, :hash, :phone, :state, :name, :verifiedAt, :createdAt)
                        ON CONFLICT (space, phone_hash) DO UPDATE SET state = excluded.state, name = excluded.name,
                            verified_at = excluded.verified_at
                        """)
                .bind("id", number.id())
                .bind("tenant", number.tenant())
                .bind("space", number.space())
                .bind("hash", hash.toArray())
                .bind(
                        "phone",
                        seals.seal(
                                        place(number.tenant(), number.id()),
                                        number.phone().canonical())
                                .toArray())
                .bind("state", number.state().word())
                .bind("name", number.name())
                .bind("verifiedAt", Columns.millis(number.verifiedAt()))
                .bind("createdAt", number.createdAt().toEpochMilli())
                .execute();
    }

    private SpaceNumber number(ResultSet row) throws SQLException {
        return number(row, row.getLong("tenant"), row.getString("space"));
    }

    private SpaceNumber number(ResultSet row, long tenant, String space) throws SQLException {
        String id = row.getString("id");
        return new SpaceNumber(
                id,
                space,
                tenant,
                (PhoneNumber) Destination.ofCanonical(seals.open(place(tenant, id), Columns.bytes(row, "phone"))),
                NumberState.of(row.getString("state")),
                row.getString("name"),
                Columns.perhapsInstant(row, "verified_at"),
                Columns.instant(row, "created_at"));
    }

    private static Place place(long tenant, String id) {
        return new Place(tenant, "space_number", "phone", id);
    }
}
