package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.sts.IssuedKey;
import dev.countersign.sts.TemporaryKeyHolder;
import dev.countersign.sts.TemporaryKeyStore;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Principal;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// Temporary keys in SQL. They are read each time: whom they belong to may be gone a moment later.
public final class SqlTemporaryKeyStore implements TemporaryKeyStore {
    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the tables are
    /// @param seals seals secrets
    public SqlTemporaryKeyStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public void add(Principal principal, IssuedKey issued, Bytes tokenHash, AuditEntry entry) {
        AccessKey key = issued.key();
        TemporaryKey carried = issued.temporary();
        Bytes secret =
                seals.seal(place(principal.tenant(), key.id()), key.secret().reveal());
        transactions.write(handle -> {
            handle.createUpdate("""
                            INSERT INTO temporary_key (id, uin, tenant, secret, token, role_id, role_name, session,
                                policy, mfa_at, expires_at)
                            VALUES (:id, :uin, :tenant, :secret, :token, :roleId, :roleName, :session,
                                :policy, :mfaAt, :expiresAt)
                            """)
                    .bind("id", key.id())
                    .bind("uin", principal.uin())
                    .bind("tenant", principal.tenant())
                    .bind("secret", secret.toArray())
                    .bind("token", tokenHash.toArray())
                    .bind("roleId", carried.role().map(AssumedRole::id).orElse(null))
                    .bind("roleName", carried.role().map(AssumedRole::name).orElse(null))
                    .bind("session", carried.role().map(AssumedRole::session).orElse(null))
                    .bind("policy", carried.policy().orElse(null))
                    .bind("mfaAt", Columns.millis(carried.mfaAt()))
                    .bind("expiresAt", carried.expiresAt().toEpochMilli())
                    .execute();
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    @Override
    public Optional<TemporaryKeyHolder> find(String id) {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT k.secret, k.token, k.role_id, k.role_name, k.session, k.policy, k.mfa_at, k.expires_at,
                               p.uin, p.tenant, p.name AS principal_name,
                               t.account_id, t.name AS tenant_name, t.products, t.partner
                        FROM temporary_key k JOIN principal p ON p.uin = k.uin AND p.tenant = k.tenant
                            JOIN tenant t ON t.id = p.tenant
                        WHERE k.id = :id
                        """)
                .bind("id", id)
                .map((row, context) -> {
                    Secret secret =
                            Secret.of(seals.open(place(row.getLong("tenant"), id), Columns.bytes(row, "secret")));
                    return new TemporaryKeyHolder(
                            new AccessKey(id, secret),
                            Columns.bytes(row, "token"),
                            TenantTables.principal(row),
                            TenantTables.tenant(row),
                            carried(row));
                })
                .findOne());
    }

    private static TemporaryKey carried(ResultSet row) throws SQLException {
        Optional<Long> role = Columns.perhapsLong(row, "role_id");
        String name = row.getString("role_name");
        String session = row.getString("session");
        return new TemporaryKey(
                Columns.instant(row, "expires_at"),
                role.map(id -> new AssumedRole(id, name, session)),
                Optional.ofNullable(row.getString("policy")),
                Columns.perhapsInstant(row, "mfa_at"));
    }

    private static Place place(long tenant, String id) {
        return new Place(tenant, "temporary_key", "secret", id);
    }
}
