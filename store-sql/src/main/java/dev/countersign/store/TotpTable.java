package dev.countersign.store;

import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.tenant.Principal;
import dev.countersign.totp.TotpDevice;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Devices that compute codes, within one unit of work.
record TotpTable(Handle handle) {
    /// A device or one that is being enrolled.
    ///
    /// @param secret the active device's secret, sealed
    /// @param pending the secret that waits for its first code, sealed
    record Row(
            long uin,
            long tenant,
            Optional<Bytes> secret,
            Optional<Instant> since,
            long lastStep,
            Optional<Bytes> pending,
            Optional<Instant> pendingUntil) {}

    /// A tenant's principal's row.
    Optional<Row> find(Principal principal) {
        return find(principal.uin()).filter(row -> row.tenant() == principal.tenant());
    }

    private Optional<Row> find(long uin) {
        return handle.createQuery("""
                        SELECT tenant, secret, since, last_step, pending, pending_until
                        FROM totp_device WHERE uin = :uin
                        """)
                .bind("uin", uin)
                .map((row, context) -> new Row(
                        uin,
                        row.getLong("tenant"),
                        Columns.perhapsBytes(row, "secret"),
                        Columns.perhapsInstant(row, "since"),
                        row.getLong("last_step"),
                        Columns.perhapsBytes(row, "pending"),
                        Columns.perhapsInstant(row, "pending_until")))
                .findOne();
    }

    Optional<TotpDevice> device(long uin) {
        return find(uin).flatMap(Row::since).map(since -> new TotpDevice(uin, since));
    }

    /// Puts a secret beside the active device, if there is one.
    void begin(Principal principal, Bytes sealed, Instant until) {
        handle.createUpdate("""
                        INSERT INTO totp_device (uin, tenant, last_step, pending, pending_until)
                        VALUES (:uin, :tenant, -1, :pending, :until)
                        ON CONFLICT (uin) DO UPDATE SET pending = excluded.pending,
                            pending_until = excluded.pending_until
                        """)
                .bind("uin", principal.uin())
                .bind("tenant", principal.tenant())
                .bind("pending", sealed.toArray())
                .bind("until", until.toEpochMilli())
                .execute();
    }

    /// Makes a device active in the place of the one before.
    void activate(Principal principal, Bytes sealed, Instant since, long lastStep) {
        handle.createUpdate("""
                        INSERT INTO totp_device (uin, tenant, secret, since, last_step)
                        VALUES (:uin, :tenant, :secret, :since, :lastStep)
                        ON CONFLICT (uin) DO UPDATE SET secret = excluded.secret, since = excluded.since,
                            last_step = excluded.last_step, pending = NULL, pending_until = NULL
                        """)
                .bind("uin", principal.uin())
                .bind("tenant", principal.tenant())
                .bind("secret", sealed.toArray())
                .bind("since", since.toEpochMilli())
                .bind("lastStep", lastStep)
                .execute();
    }

    /// Moves the last accepted step on, and never back.
    ///
    /// @return false when that step or a later one was accepted meanwhile
    boolean moveOn(long uin, long step) {
        return handle.createUpdate("""
                        UPDATE totp_device SET last_step = :step
                        WHERE uin = :uin AND secret IS NOT NULL AND last_step < :step
                        """).bind("uin", uin).bind("step", step).execute() > 0;
    }

    void forget(long uin) {
        handle.createUpdate("DELETE FROM totp_device WHERE uin = :uin")
                .bind("uin", uin)
                .execute();
    }

    static Bytes seal(Seals seals, Principal principal, String column, TotpSecret secret) {
        return seals.seal(place(principal, column), secret.base32().reveal());
    }

    static TotpSecret open(Seals seals, Principal principal, String column, Bytes sealed) {
        return TotpSecret.of(seals.open(place(principal, column), sealed));
    }

    private static Place place(Principal principal, String column) {
        return new Place(principal.tenant(), "totp_device", column, Long.toString(principal.uin()));
    }
}
