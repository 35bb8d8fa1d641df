package dev.countersign.store;

import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.ApiKeyHolder;
import dev.countersign.tenant.Bound;
import dev.countersign.tenant.KeyHolder;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.Tenant;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The tables of tenants, principals and keys, within one unit of work.
record TenantTables(Handle handle) {
    Optional<KeyHolder> accessKey(String id, Seals seals) {
        return handle.createQuery("""
                        SELECT k.id, k.secret,
                               p.uin, p.tenant, p.name AS principal_name,
                               t.account_id, t.name AS tenant_name, t.products, t.partner
                        FROM access_key k JOIN principal p ON p.uin = k.uin JOIN tenant t ON t.id = p.tenant
                        WHERE k.id = :id AND k.active = 1
                        """)
                .bind("id", id)
                .map((row, context) -> {
                    Secret secret = Secret.of(
                            seals.open(placeOfSecret(row.getLong("tenant"), id), Columns.bytes(row, "secret")));
                    return new KeyHolder(new AccessKey(id, secret), principal(row), tenant(row));
                })
                .findOne();
    }

    boolean disabled(String id) {
        return handle.createQuery("SELECT id FROM access_key WHERE id = :id AND active = 0")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .isPresent();
    }

    Optional<ApiKeyHolder> apiKey(Bytes hash) {
        return handle.createQuery("""
                        SELECT k.scopes, k.expires_at,
                               p.uin, p.tenant, p.name AS principal_name,
                               t.account_id, t.name AS tenant_name, t.products, t.partner
                        FROM api_key k JOIN principal p ON p.uin = k.uin JOIN tenant t ON t.id = p.tenant
                        WHERE k.hash = :hash
                        """)
                .bind("hash", hash.toArray())
                .map((row, context) -> new ApiKeyHolder(
                        principal(row),
                        tenant(row),
                        Columns.words(row, "scopes"),
                        Columns.perhapsInstant(row, "expires_at")))
                .findOne();
    }

    Optional<Principal> principal(long uin) {
        return handle.createQuery("""
                        SELECT uin, tenant, name AS principal_name FROM principal WHERE uin = :uin
                        """)
                .bind("uin", uin)
                .map((row, context) -> principal(row))
                .findOne();
    }

    /// What is bound to a principal of a tenant, opened.
    Optional<Bound> bound(long tenant, long uin, Seals seals) {
        return handle.createQuery("""
                        SELECT phone, mail, wechat_bound FROM principal WHERE uin = :uin AND tenant = :tenant
                        """)
                .bind("uin", uin)
                .bind("tenant", tenant)
                .map((row, context) -> new Bound(
                        destination(row, "phone", tenant, uin, seals).map(PhoneNumber.class::cast),
                        destination(row, "mail", tenant, uin, seals).map(MailAddress.class::cast),
                        Columns.flag(row, "wechat_bound"),
                        Optional.empty()))
                .findOne();
    }

    private static Optional<Destination> destination(ResultSet row, String column, long tenant, long uin, Seals seals)
            throws SQLException {
        Place place = new Place(tenant, "principal", column, Long.toString(uin));
        return Columns.perhapsBytes(row, column).map(kept -> Destination.ofCanonical(seals.open(place, kept)));
    }

    Optional<Tenant> tenant(long id) {
        return handle.createQuery("""
                        SELECT id AS tenant, account_id, name AS tenant_name, products, partner
                        FROM tenant WHERE id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> tenant(row))
                .findOne();
    }

    /// Tenants that are nobody's customers, by their ids.
    List<Tenant> independent(int most) {
        return handle.createQuery("""
                        SELECT id AS tenant, account_id, name AS tenant_name, products, partner
                        FROM tenant WHERE partner IS NULL ORDER BY id LIMIT :most
                        """)
                .bind("most", most)
                .map((row, context) -> tenant(row))
                .list();
    }

    boolean isEmpty() {
        return handle.createQuery("SELECT id FROM tenant LIMIT 1")
                .mapTo(Long.class)
                .findOne()
                .isEmpty();
    }

    static Principal principal(ResultSet row) throws SQLException {
        return new Principal(row.getLong("uin"), row.getLong("tenant"), row.getString("principal_name"));
    }

    static Tenant tenant(ResultSet row) throws SQLException {
        return new Tenant(
                row.getLong("tenant"),
                row.getString("account_id"),
                row.getString("tenant_name"),
                Columns.words(row, "products"),
                Columns.perhapsLong(row, "partner"));
    }

    /// Adds a tenant without its root.
    ///
    /// @return false when there is one of that id already
    boolean addTenant(Tenant tenant) {
        return handle.createUpdate("""
                        INSERT INTO tenant (id, account_id, name, products, partner)
                        VALUES (:id, :accountId, :name, :products, :partner)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .bind("id", tenant.id())
                        .bind("accountId", tenant.accountId())
                        .bind("name", tenant.name())
                        .bind("products", Columns.joined(tenant.products()))
                        .bind("partner", tenant.partner().orElse(null))
                        .execute()
                > 0;
    }

    /// Adds the root principal of a tenant.
    boolean addRoot(Tenant tenant) {
        return handle.createUpdate("""
                        INSERT INTO principal (uin, tenant, name, wechat_bound)
                        VALUES (:uin, :uin, :name, 0)
                        """)
                        .bind("uin", tenant.id())
                        .bind("name", tenant.name())
                        .execute()
                > 0;
    }

    /// Adds a user, or changes the one of that UIN.
    ///
    /// @param uid of a new user
    /// @param now when a new user is made
    boolean put(UserRecord user, Optional<Bytes> phone, Optional<Bytes> mail, long uid, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO principal (uin, tenant, name, phone, mail, wechat_bound, uid,
                                created_at)
                        VALUES (:uin, :tenant, :name, :phone, :mail, :wechatBound, :uid,
                                :now)
                        ON CONFLICT (uin) DO UPDATE SET name = excluded.name,
                            phone = excluded.phone,
                            mail = excluded.mail, wechat_bound = excluded.wechat_bound
                        WHERE principal.tenant = excluded.tenant
                        """)
                        .bind("uin", user.uin())
                        .bind("tenant", user.tenant())
                        .bind("name", user.name())
                        .bind("phone", phone.map(Bytes::toArray).orElse(null))
                        .bind("mail", mail.map(Bytes::toArray).orElse(null))
                        .bind("wechatBound", Columns.flag(user.wechatBound()))
                        .bind("uid", uid)
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    boolean addAccessKey(long uin, String id, Bytes sealedSecret, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO access_key (id, uin, secret, active, created_at)
                        VALUES (:id, :uin, :secret, 1, :now)
                        ON CONFLICT (id) DO NOTHING
                        """)
                        .bind("id", id)
                        .bind("uin", uin)
                        .bind("secret", sealedSecret.toArray())
                        .bind("now", now.toEpochMilli())
                        .execute()
                > 0;
    }

    boolean addApiKey(Bytes hash, long uin, Set<String> scopes) {
        return handle.createUpdate("""
                        INSERT INTO api_key (hash, uin, scopes) VALUES (:hash, :uin, :scopes)
                        ON CONFLICT (hash) DO NOTHING
                        """)
                        .bind("hash", hash.toArray())
                        .bind("uin", uin)
                        .bind("scopes", Columns.joined(scopes))
                        .execute()
                > 0;
    }

    static Bytes seal(Seals seals, long tenant, AccessKey key) {
        return seals.seal(placeOfSecret(tenant, key.id()), key.secret().reveal());
    }

    static Place placeOfSecret(long tenant, String id) {
        return new Place(tenant, "access_key", "secret", id);
    }
}
