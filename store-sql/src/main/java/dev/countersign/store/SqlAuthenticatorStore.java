package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.AuthenticatorStore;
import dev.countersign.delivery.Notice;
import dev.countersign.destination.Destination;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.Bound;
import dev.countersign.verification.FailureCount;
import dev.countersign.verification.IdempotencyKey;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// What is known of authenticators, in SQL.
public final class SqlAuthenticatorStore implements AuthenticatorStore {
    private static final String DONE = "done";
    private static final String NOTHING = "";

    private final Transactions transactions;
    private final Seals seals;
    private final RandomGenerator random;

    /// @param transactions where the tables are
    /// @param seals opens numbers and addresses
    /// @param random draws the ids of notices
    public SqlAuthenticatorStore(Transactions transactions, Seals seals, RandomGenerator random) {
        this.transactions = transactions;
        this.seals = seals;
        this.random = random;
    }

    @Override
    public Map<AuthenticatorKind, FailureCount> failures(long uin) {
        return transactions.read(handle -> {
            AttemptRecords records = new AttemptRecords(handle);
            Map<AuthenticatorKind, FailureCount> all = new EnumMap<>(AuthenticatorKind.class);
            for (AuthenticatorKind kind : AuthenticatorKind.values()) {
                FailureCount count = records.failures(Lookups.principalFailures(uin, kind.word()));
                if (!count.equals(FailureCount.NONE)) {
                    all.put(kind, count);
                }
            }
            return all;
        });
    }

    @Override
    public boolean withdraw(Withdrawal withdrawal, Instant until, Optional<IdempotencyKey> idempotency, Instant now) {
        long tenant = withdrawal.tenant();
        Set<String> keys = keys(tenant, withdrawal.uin(), idempotency);
        return transactions.write(keys, handle -> {
            String answer = new KeptAnswers(handle, seals, tenant)
                    .once(
                            idempotency,
                            now,
                            () -> unbound(handle, withdrawal, until, now) ? Optional.of(DONE) : Optional.empty(),
                            NOTHING);
            return answer.equals(DONE);
        });
    }

    private boolean unbound(Handle handle, Withdrawal withdrawal, Instant until, Instant now) {
        long tenant = withdrawal.tenant();
        long uin = withdrawal.uin();
        UserTable table = new UserTable(handle);
        Bound bound = table.bound(tenant, uin)
                .map(row -> row.open(seals, tenant, uin))
                .orElse(Bound.NOTHING);
        Optional<Destination> phone = bound.phone().map(number -> number);
        Optional<Destination> mail = bound.mail().map(address -> address);
        boolean there = switch (withdrawal.kind()) {
            case PHONE -> unset(table, uin, "phone", phone.isPresent());
            case MAIL -> unset(table, uin, "mail", mail.isPresent());
            case WECHAT -> unknown(handle, uin, bound.wechat());
            case TOTP, ENROLMENT -> false;
        };
        if (!there) {
            return false;
        }
        new ProtectionTable(handle).requireFactors(tenant, uin);
        Rebinding rebinding = new Rebinding(handle, seals, random);
        rebinding.hold(tenant, uin, until);
        new ChangeTable(handle, seals).replace(uin);
        // Who had a WeChat identity is told where messages can go.
        Optional<Destination> told = withdrawal.kind() == AuthenticatorKind.MAIL ? mail : phone.or(() -> mail);
        told.ifPresent(whom -> rebinding.tell(tenant, uin, whom, Notice.Kind.WITHDRAWN, withdrawal.telling(), now));
        new AuditTable(handle).append(withdrawal.entry());
        return true;
    }

    private static boolean unset(UserTable table, long uin, String column, boolean there) {
        if (there) {
            table.set(uin, column, null);
        }
        return there;
    }

    private static boolean unknown(Handle handle, long uin, boolean there) {
        if (there) {
            new UserTable(handle).set(uin, "wechat_bound", 0);
            handle.createUpdate("DELETE FROM wechat_identity WHERE uin = :uin")
                    .bind("uin", uin)
                    .execute();
        }
        return there;
    }

    @Override
    public boolean unlock(long uin, AuthenticatorKind kind, Optional<IdempotencyKey> idempotency, AuditEntry entry) {
        return transactions.write(keys(entry.tenant(), uin, idempotency), handle -> {
            String answer = new KeptAnswers(handle, seals, entry.tenant())
                    .once(
                            idempotency,
                            entry.at(),
                            () -> lifted(handle, uin, kind, entry) ? Optional.of(DONE) : Optional.empty(),
                            NOTHING);
            return answer.equals(DONE);
        });
    }

    private static boolean lifted(Handle handle, long uin, AuthenticatorKind kind, AuditEntry entry) {
        boolean any = new AttemptRecords(handle).forget(Lookups.principalFailures(uin, kind.word()));
        if (any) {
            new AuditTable(handle).append(entry);
        }
        return any;
    }

    private Set<String> keys(long tenant, long uin, Optional<IdempotencyKey> idempotency) {
        Set<String> keys = new HashSet<>(Set.of(Lookups.keyOfPrincipal(uin), Lookups.keyOfUsers(tenant)));
        idempotency.ifPresent(key -> keys.add(new Lookups(seals).keyOf(tenant, key.key())));
        return keys;
    }
}
