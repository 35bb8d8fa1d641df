package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.WechatIdentities;
import dev.countersign.challenge.WechatProvider.Identity;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import java.util.Optional;

/// Who principals are at WeChat, in SQL, as keyed hashes: they are only ever compared.
public final class SqlWechatIdentities implements WechatIdentities {
    private final Transactions transactions;
    private final Seals seals;

    private record Row(Bytes openid, Optional<Bytes> unionid) {}

    /// @param transactions where the table is
    /// @param seals hashes identities
    public SqlWechatIdentities(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public Match compare(long tenant, long principal, Identity identity) {
        return row(tenant, principal)
                .map(row -> row.openid().equals(openid(identity))
                                || (row.unionid().isPresent() && row.unionid().equals(unionid(identity)))
                        ? Match.SAME
                        : Match.ANOTHER)
                .orElse(Match.UNKNOWN);
    }

    @Override
    public void bind(long tenant, long principal, Identity identity, AuditEntry entry) {
        transactions.write(handle -> {
            handle.createUpdate("""
                            INSERT INTO wechat_identity (uin, tenant, openid, unionid)
                            VALUES (:uin, :tenant, :openid, :unionid)
                            ON CONFLICT (uin) DO UPDATE SET openid = excluded.openid, unionid = excluded.unionid
                            """)
                    .bind("uin", principal)
                    .bind("tenant", tenant)
                    .bind("openid", openid(identity).toArray())
                    .bind("unionid", unionid(identity).map(Bytes::toArray).orElse(null))
                    .execute();
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    private Optional<Row> row(long tenant, long principal) {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT openid, unionid FROM wechat_identity WHERE uin = :uin AND tenant = :tenant
                        """)
                .bind("uin", principal)
                .bind("tenant", tenant)
                .map((row, context) -> new Row(Columns.bytes(row, "openid"), Columns.perhapsBytes(row, "unionid")))
                .findOne());
    }

    private Bytes openid(Identity identity) {
        return seals.lookup("wechat-openid", identity.openid());
    }

    private Optional<Bytes> unionid(Identity identity) {
        return identity.unionid().map(id -> seals.lookup("wechat-unionid", id));
    }
}
