package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.signin.ConsoleUserStore;
import dev.countersign.signin.SignIns;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.FailureCount;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/// What signing in goes by, in SQL.
public final class SqlConsoleUserStore implements ConsoleUserStore {
    /// Nobody has this UIN: under it stands what is kept of tries of nobody, so that they cost the same.
    private static final long NOBODY = 0;

    private final Transactions transactions;

    /// @param transactions where the tables are
    public SqlConsoleUserStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<ConsoleUser> find(long uin) {
        return transactions.read(handle -> handle.createQuery("""
                        SELECT uin, tenant, name, console, must_reset, password FROM principal
                        WHERE uin = :uin AND uin <> tenant
                        """)
                .bind("uin", uin)
                .map((row, context) -> new ConsoleUser(
                        new Principal(row.getLong("uin"), row.getLong("tenant"), row.getString("name")),
                        Columns.flag(row, "console"),
                        Columns.flag(row, "must_reset"),
                        Secret.of(Optional.ofNullable(row.getString("password")).orElse(""))))
                .findOne());
    }

    @Override
    public boolean replace(ConsoleUser before, String passwordHash, AuditEntry entry) {
        Principal principal = before.principal();
        return transactions.write(Set.of(Lookups.keyOfUsers(principal.tenant())), handle -> {
            int changed = handle.createUpdate("""
                            UPDATE principal SET password = :hash, must_reset = :done
                            WHERE uin = :uin AND tenant = :tenant AND password = :before AND console = :allowed
                            """)
                    .bind("hash", passwordHash)
                    .bind("done", Columns.flag(false))
                    .bind("uin", principal.uin())
                    .bind("tenant", principal.tenant())
                    .bind("before", before.passwordHash().reveal())
                    .bind("allowed", Columns.flag(true))
                    .execute();
            if (changed == 1) {
                new AuditTable(handle).append(entry);
            }
            return changed == 1;
        });
    }

    @Override
    public Verdict settle(Try given, AttemptPolicy policy, Instant now) {
        long uin = given.user().map(user -> user.principal().uin()).orElse(NOBODY);
        String subject = Lookups.principalFailures(uin, SignIns.AUTHENTICATOR);
        return transactions.write(Set.of(Lookups.keyOfPrincipal(uin)), handle -> {
            AttemptRecords records = new AttemptRecords(handle);
            FailureCount before = records.failures(subject);
            if (given.user().isEmpty() || before.holdsBack(now)) {
                records.keep(subject, given.user().isEmpty(), before);
                return Verdict.REFUSED;
            }
            if (given.right()) {
                records.forget(subject);
                audit(handle, given, "password.accepted", now);
                return Verdict.ACCEPTED;
            }
            FailureCount after = policy.failed(before, true, now);
            records.keep(subject, false, after);
            audit(handle, given, "password.refused", now);
            if (after.disabled()) {
                audit(handle, given, "password.disabled", now);
            }
            return after.disabled() ? Verdict.DISABLED : Verdict.REFUSED;
        });
    }

    /// Only who had the right password is known to be who did it.
    private static void audit(Handle handle, Try given, String event, Instant now) {
        Principal principal = given.user().orElseThrow().principal();
        new AuditTable(handle)
                .append(new AuditEntry(
                        now,
                        principal.tenant(),
                        given.right() ? principal.uin() : 0,
                        "",
                        given.source(),
                        given.request().text(),
                        event,
                        AuditEntry.principal(principal.uin()),
                        new TreeMap<>()));
    }
}
