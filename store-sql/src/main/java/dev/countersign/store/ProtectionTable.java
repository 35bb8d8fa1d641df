package dev.countersign.store;

import dev.countersign.protection.Method;
import dev.countersign.protection.Offsite;
import dev.countersign.protection.Protection;
import dev.countersign.protection.Standing;
import dev.countersign.protection.TenantRules;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UnbindRefusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table of what guards principals, within one unit of work.
record ProtectionTable(Handle handle) {
    private static final String COLUMNS = """
            x.login, x.operation, x.offsite_verify, x.offsite_phone, x.offsite_mail, x.offsite_wechat,
            x.offsite_tips, x.prompt_trust
            """;

    private static final String OF = "SELECT " + COLUMNS + " FROM protection x JOIN principal p ON p.uin = x.uin"
            + " WHERE p.uin = :uin AND p.tenant = :tenant";

    private static final String LIST =
            "SELECT p.uin, " + COLUMNS + " FROM protection x JOIN principal p ON p.uin = x.uin"
                    + " WHERE p.tenant = :tenant ORDER BY p.uin LIMIT :most";

    private static final String STANDING = "SELECT p.phone, p.mail, p.wechat_bound, " + COLUMNS
            + " FROM principal p LEFT JOIN protection x ON x.uin = p.uin"
            + " WHERE p.uin = :uin AND p.tenant = :tenant";

    Protection of(long tenant, long uin) {
        return handle.createQuery(OF)
                .bind("uin", uin)
                .bind("tenant", tenant)
                .map((row, context) -> protection(row))
                .findOne()
                .orElse(Protection.NONE);
    }

    SortedMap<Long, Protection> list(long tenant, int most) {
        SortedMap<Long, Protection> all = new TreeMap<>();
        handle.createQuery(LIST)
                .bind("tenant", tenant)
                .bind("most", most)
                .map((row, context) -> Map.entry(row.getLong("uin"), protection(row)))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    /// Everything that a change is decided by; empty when the tenant has no such principal.
    Optional<Standing> standing(long tenant, long uin, TenantRules rules) {
        return handle.createQuery(STANDING)
                .bind("uin", uin)
                .bind("tenant", tenant)
                .map((row, context) -> new Standing(
                        protection(row),
                        rules,
                        Columns.perhapsBytes(row, "phone").isPresent(),
                        Columns.perhapsBytes(row, "mail").isPresent(),
                        Columns.flag(row, "wechat_bound")))
                .findOne();
    }

    void put(long uin, Protection protection) {
        Offsite offsite = protection.offsite();
        handle.createUpdate("""
                        INSERT INTO protection (uin, login, operation, offsite_verify, offsite_phone, offsite_mail,
                            offsite_wechat, offsite_tips, prompt_trust)
                        VALUES (:uin, :login, :operation, :verify, :phone, :mail, :wechat, :tips, :trust)
                        ON CONFLICT (uin) DO UPDATE SET login = excluded.login, operation = excluded.operation,
                            offsite_verify = excluded.offsite_verify, offsite_phone = excluded.offsite_phone,
                            offsite_mail = excluded.offsite_mail, offsite_wechat = excluded.offsite_wechat,
                            offsite_tips = excluded.offsite_tips, prompt_trust = excluded.prompt_trust
                        """)
                .bind("uin", uin)
                .bind("login", protection.login().map(Method::word).orElse(null))
                .bind("operation", protection.operation().map(Method::word).orElse(null))
                .bind("verify", Columns.flag(offsite.verify()))
                .bind("phone", Columns.flag(offsite.notifyPhone()))
                .bind("mail", Columns.flag(offsite.notifyMail()))
                .bind("wechat", Columns.flag(offsite.notifyWechat()))
                .bind("tips", Columns.flag(offsite.tips()))
                .bind("trust", Columns.flag(protection.promptTrust()))
                .execute();
    }

    /// Passes when everything that a principal's protection demands is still bound, after something of it was
    /// changed in this unit of work.
    ///
    /// @throws Refused with [UnbindRefusal.FactorGuards], which takes the unit back
    void requireFactors(long tenant, long uin) {
        standing(tenant, uin, TenantRules.NONE).ifPresent(now -> {
            for (Method method : Method.values()) {
                if (now.present().demands(method) && !now.bound(method)) {
                    throw new Refused(new UnbindRefusal.FactorGuards(method.word()));
                }
            }
        });
    }

    private static Protection protection(ResultSet row) throws SQLException {
        return new Protection(
                method(row.getString("login")),
                method(row.getString("operation")),
                new Offsite(
                        Columns.flag(row, "offsite_verify"),
                        Columns.flag(row, "offsite_phone"),
                        Columns.flag(row, "offsite_mail"),
                        Columns.flag(row, "offsite_wechat"),
                        Columns.flag(row, "offsite_tips")),
                Columns.flag(row, "prompt_trust"));
    }

    private static Optional<Method> method(@Nullable String word) {
        return Optional.ofNullable(word)
                .map(known -> Method.of(known)
                        .orElseThrow(() -> new IllegalStateException("the store has an unknown method: " + known)));
    }
}
