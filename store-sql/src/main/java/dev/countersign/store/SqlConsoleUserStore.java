package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.seal.Seals;
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
    private final Transactions transactions;
    private final Seals seals;

    /// @param transactions where the tables are
    /// @param seals makes the hashes that tries of nobody are found by
    public SqlConsoleUserStore(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
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
    public FailureCount failures(long uin) {
        return transactions.read(
                handle -> new AttemptRecords(handle).failures(Lookups.principalFailures(uin, SignIns.AUTHENTICATOR)));
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

    /// What is read and written for a no is the same whoever it is: the time that a commit takes tells nothing.
    @Override
    public Verdict settle(Try given, AttemptPolicy policy, Instant now) {
        String nobodys = new Lookups(seals).nobodysFailures(given.uin());
        String subject = given.user()
                .map(user -> Lookups.principalFailures(given.uin(), SignIns.AUTHENTICATOR))
                .orElse(nobodys);
        return transactions.write(Set.of(Lookups.keyOfPrincipal(given.uin())), handle -> {
            AttemptRecords records = new AttemptRecords(handle);
            FailureCount before = records.failures(subject);
            boolean counts = given.user().isPresent() && !before.holdsBack(now);
            if (counts && given.right()) {
                records.forget(subject);
                audit(handle, given, "password.accepted", now);
                return Verdict.ACCEPTED;
            }
            FailureCount after = counts ? policy.failed(before, true, now) : before;
            records.keep(subject, given.user().isEmpty(), after);
            audit(handle, given, "password.refused", now);
            if (counts && after.disabled()) {
                audit(handle, given, "password.disabled", now);
                return Verdict.DISABLED;
            }
            return Verdict.REFUSED;
        });
    }

    /// Only who had the right password is known to be who did it. What was typed and is nobody's is not kept: it may
    /// be a number, or a password.
    private static void audit(Handle handle, Try given, String event, Instant now) {
        Optional<Principal> principal = given.user().map(ConsoleUser::principal);
        new AuditTable(handle)
                .append(new AuditEntry(
                        now,
                        principal.map(Principal::tenant).orElse(0L),
                        given.right() && principal.isPresent() ? given.uin() : 0,
                        "",
                        given.source(),
                        given.request().text(),
                        event,
                        principal.map(one -> AuditEntry.principal(one.uin())).orElse(""),
                        new TreeMap<>()));
    }
}
