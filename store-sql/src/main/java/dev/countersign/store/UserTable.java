package dev.countersign.store;

import dev.countersign.authenticator.Change;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.directory.User;
import dev.countersign.directory.User.Console;
import dev.countersign.directory.User.Login;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.tenant.Bound;
import dev.countersign.value.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table of principals as far as users are in it, within one unit of work.
record UserTable(Handle handle) {
    private static final String COLUMNS = """
            SELECT uin, uid, tenant, name, remark, console, must_reset, created_at, login_at, login_source,
                   phone, mail, wechat_bound, cool_off_until
            FROM principal WHERE tenant = :tenant AND uin <> tenant""";

    /// What is bound to a principal, sealed.
    record BoundRow(Optional<Bytes> phone, Optional<Bytes> mail, boolean wechat, Optional<Instant> coolOffUntil) {
        Bound open(Seals seals, long tenant, long uin) {
            return new Bound(
                    phone.map(hidden -> (PhoneNumber) opened(seals, place(tenant, "phone", uin), hidden)),
                    mail.map(hidden -> (MailAddress) opened(seals, place(tenant, "mail", uin), hidden)),
                    wechat,
                    coolOffUntil);
        }

        private static Destination opened(Seals seals, Place place, Bytes sealed) {
            return Destination.ofCanonical(seals.open(place, sealed));
        }
    }

    /// A user as it stands in its table.
    record Row(
            long uin,
            long uid,
            long tenant,
            String name,
            String remark,
            boolean console,
            boolean mustReset,
            Instant createdAt,
            Optional<Instant> loginAt,
            Optional<Bytes> loginSource,
            BoundRow bound) {
        User open(Seals seals) {
            Optional<Login> last = loginAt.map(at -> new Login(
                    at,
                    loginSource
                            .map(hidden -> seals.open(place(tenant, "login_source", uin), hidden))
                            .orElse("")));
            return new User(
                    uin,
                    uid,
                    tenant,
                    name,
                    remark,
                    new Console(console, mustReset, last),
                    bound.open(seals, tenant, uin),
                    createdAt);
        }
    }

    static Place place(long tenant, String column, long uin) {
        return new Place(tenant, "principal", column, Long.toString(uin));
    }

    /// The user of that name; the first by UIN where a developer has made several.
    Optional<Row> find(long tenant, String name) {
        return handle.createQuery(COLUMNS + " AND name = :name ORDER BY uin LIMIT 1")
                .bind("tenant", tenant)
                .bind("name", name)
                .map((row, context) -> row(row))
                .findOne();
    }

    Optional<Row> find(long tenant, long uin) {
        return handle.createQuery(COLUMNS + " AND uin = :uin")
                .bind("tenant", tenant)
                .bind("uin", uin)
                .map((row, context) -> row(row))
                .findOne();
    }

    List<Row> all(long tenant) {
        return handle.createQuery(COLUMNS + " ORDER BY uin")
                .bind("tenant", tenant)
                .map((row, context) -> row(row))
                .list();
    }

    /// Each by itself: they are few, and found by their key.
    List<Row> among(long tenant, Collection<Long> uins) {
        return uins.stream().sorted().flatMap(uin -> find(tenant, uin).stream()).toList();
    }

    Optional<BoundRow> bound(long tenant, long uin) {
        return handle.createQuery("""
                        SELECT phone, mail, wechat_bound, cool_off_until FROM principal
                        WHERE tenant = :tenant AND uin = :uin
                        """)
                .bind("tenant", tenant)
                .bind("uin", uin)
                .map((row, context) -> boundRow(row))
                .findOne();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("uin"),
                row.getLong("uid"),
                row.getLong("tenant"),
                row.getString("name"),
                row.getString("remark"),
                Columns.flag(row, "console"),
                Columns.flag(row, "must_reset"),
                Columns.instant(row, "created_at"),
                Columns.perhapsInstant(row, "login_at"),
                Columns.perhapsBytes(row, "login_source"),
                boundRow(row));
    }

    private static BoundRow boundRow(ResultSet row) throws SQLException {
        return new BoundRow(
                Columns.perhapsBytes(row, "phone"),
                Columns.perhapsBytes(row, "mail"),
                Columns.flag(row, "wechat_bound"),
                Columns.perhapsInstant(row, "cool_off_until"));
    }

    /// Whether any principal of the tenant, its root included, has this name.
    boolean named(long tenant, String name) {
        return handle.createQuery("SELECT COUNT(*) FROM principal WHERE tenant = :tenant AND name = :name")
                        .bind("tenant", tenant)
                        .bind("name", name)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    /// Whether its UIN or uid is somebody's.
    boolean taken(User user) {
        return count("SELECT COUNT(*) FROM principal WHERE uin = :number", user.uin()) > 0
                || count("SELECT COUNT(*) FROM principal WHERE uid = :number", user.uid()) > 0;
    }

    int users(long tenant) {
        return count("SELECT COUNT(*) FROM principal WHERE tenant = :number AND uin <> tenant", tenant);
    }

    int keys(long uin) {
        return count("SELECT COUNT(*) FROM access_key WHERE uin = :number", uin);
    }

    private int count(String sql, long number) {
        return handle.createQuery(sql)
                .bind("number", number)
                .mapTo(Integer.class)
                .one();
    }

    void insert(User user, Optional<Bytes> phone, Optional<Bytes> mail, Optional<String> passwordHash) {
        handle.createUpdate("""
                        INSERT INTO principal (uin, tenant, name, phone, mail, wechat_bound, uid,
                                remark, console, password, must_reset, created_at)
                        VALUES (:uin, :tenant, :name, :phone, :mail, 0, :uid,
                                :remark, :console, :password, :mustReset, :createdAt)
                        """)
                .bind("uin", user.uin())
                .bind("tenant", user.tenant())
                .bind("name", user.name())
                .bind("phone", raw(phone))
                .bind("mail", raw(mail))
                .bind("uid", user.uid())
                .bind("remark", user.remark())
                .bind("console", Columns.flag(user.console().allowed()))
                .bind("password", passwordHash.orElse(null))
                .bind("mustReset", Columns.flag(user.console().mustResetPassword()))
                .bind("createdAt", user.createdAt().toEpochMilli())
                .execute();
    }

    private static byte @Nullable [] raw(Optional<Bytes> sealed) {
        return sealed.map(Bytes::toArray).orElse(null);
    }

    /// Sets one column of a user.
    void set(long uin, String column, @Nullable Object value) {
        handle.createUpdate("UPDATE principal SET " + column + " = :value WHERE uin = :uin")
                .bind("value", value)
                .bind("uin", uin)
                .execute();
    }

    /// Ends the codes that are on their way to a principal.
    void endCodes(long uin) {
        handle.createUpdate("""
                        UPDATE verification SET status = 'replaced', code = NULL
                        WHERE principal = :uin AND code IS NOT NULL
                        """).bind("uin", uin).execute();
    }

    /// Ends the codes of a change.
    void endCodes(Change change) {
        handle.createUpdate("""
                        UPDATE verification SET status = 'replaced', code = NULL
                        WHERE principal = :uin AND operation = :operation AND code IS NOT NULL
                        """)
                .bind("uin", change.principal())
                .bind("operation", change.operation())
                .execute();
    }

    /// Deletes a user with everything that points at it.
    void delete(long uin) {
        endCodes(uin);
        new AttachmentTable(handle).forgetUser(uin);
        for (String table :
                List.of("access_key", "api_key", "temporary_key", "totp_device", "wechat_identity", "principal")) {
            handle.createUpdate("DELETE FROM " + table + " WHERE uin = :uin")
                    .bind("uin", uin)
                    .execute();
        }
        handle.createUpdate("DELETE FROM failure_count WHERE subject LIKE :subjects")
                .bind("subjects", Lookups.principalFailures(uin, "%"))
                .execute();
        handle.createUpdate("DELETE FROM caller_record WHERE caller = :uin")
                .bind("uin", uin)
                .execute();
    }
}
