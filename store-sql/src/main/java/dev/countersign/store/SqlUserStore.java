package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.delivery.Notice;
import dev.countersign.destination.Destination;
import dev.countersign.directory.User;
import dev.countersign.directory.UserPolicy;
import dev.countersign.directory.UserStore;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UserRefusal;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.AccessKey;
import dev.countersign.tenant.Bound;
import dev.countersign.value.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/// Users in SQL.
public final class SqlUserStore implements UserStore {
    private final Transactions transactions;
    private final Seals seals;
    private final RandomGenerator random;
    private final Runnable keysChanged;

    /// @param transactions where the tables are
    /// @param seals seals numbers and addresses
    /// @param random draws the ids of notices
    /// @param keysChanged told after keys went with their user, so that none is remembered
    public SqlUserStore(Transactions transactions, Seals seals, RandomGenerator random, Runnable keysChanged) {
        this.transactions = transactions;
        this.seals = seals;
        this.random = random;
        this.keysChanged = keysChanged;
    }

    @Override
    public Optional<User> find(long tenant, String name) {
        return transactions
                .read(handle -> new UserTable(handle).find(tenant, name))
                .map(row -> row.open(seals));
    }

    @Override
    public List<User> all(long tenant) {
        return opened(transactions.read(handle -> new UserTable(handle).all(tenant)));
    }

    @Override
    public List<User> among(long tenant, Set<Long> uins) {
        return uins.isEmpty()
                ? List.of()
                : opened(transactions.read(handle -> new UserTable(handle).among(tenant, uins)));
    }

    private List<User> opened(List<UserTable.Row> rows) {
        return rows.stream().map(row -> row.open(seals)).toList();
    }

    @Override
    public boolean add(
            User user, Optional<String> passwordHash, Optional<AccessKey> key, UserPolicy policy, AuditEntry entry) {
        Optional<Bytes> phone = user.bound().phone().map(to -> sealed(user.tenant(), user.uin(), "phone", to));
        Optional<Bytes> mail = user.bound().mail().map(to -> sealed(user.tenant(), user.uin(), "mail", to));
        Optional<Bytes> secret = key.map(one -> TenantTables.seal(seals, user.tenant(), one));
        NewUsers added = new NewUsers(user.tenant(), user.createdAt());
        Set<String> keys = Set.of(Lookups.keyOfUsers(user.tenant()), "uin:" + user.uin(), "uid:" + user.uid());
        return transactions.write(keys, handle -> {
            UserTable table = new UserTable(handle);
            if (table.named(user.tenant(), user.name())) {
                throw new Refused(new UserRefusal.NameTaken());
            }
            if (table.users(user.tenant()) >= policy.perTenant()) {
                throw new Refused(new UserRefusal.UsersFull(policy.perTenant()));
            }
            if (added.thisHour(handle) >= policy.newPerHour()) {
                throw new Refused(new UserRefusal.NewUsersTooMany(policy.newPerHour()));
            }
            if (table.taken(user)) {
                return false;
            }
            table.insert(user, phone, mail, passwordHash);
            secret.ifPresent(hidden -> new TenantTables(handle)
                    .addAccessKey(user.uin(), key.orElseThrow().id(), hidden, user.createdAt()));
            added.count(handle);
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    @Override
    public boolean update(long tenant, long uin, UserChange change, AuditEntry entry) {
        Optional<Bytes> phone = change.assertion().phone().map(to -> sealed(tenant, uin, "phone", to));
        Optional<Bytes> mail = change.assertion().mail().map(to -> sealed(tenant, uin, "mail", to));
        return transactions.write(Set.of(Lookups.keyOfUsers(tenant)), handle -> {
            UserTable table = new UserTable(handle);
            Optional<Bound> before =
                    table.find(tenant, uin).map(row -> row.bound().open(seals, tenant, uin));
            if (before.isEmpty()) {
                return false;
            }
            change.remark().ifPresent(remark -> table.set(uin, "remark", remark));
            change.console().ifPresent(allowed -> table.set(uin, "console", Columns.flag(allowed)));
            change.passwordHash().ifPresent(hash -> table.set(uin, "password", hash));
            change.mustResetPassword().ifPresent(must -> table.set(uin, "must_reset", Columns.flag(must)));
            phone.ifPresent(hidden -> table.set(uin, "phone", hidden.toArray()));
            mail.ifPresent(hidden -> table.set(uin, "mail", hidden.toArray()));
            replace(handle, tenant, uin, before.get(), change);
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    private void replace(Handle handle, long tenant, long uin, Bound before, UserChange change) {
        List<Destination> replaced = change.assertion().replaced(before);
        if (replaced.isEmpty()) {
            return;
        }
        UserTable table = new UserTable(handle);
        Optional<Instant> until = change.assertion().after(before).coolOffUntil();
        table.set(uin, "cool_off_until", Columns.millis(until));
        table.endCodes(uin);
        replaced.stream()
                .filter(change.telling().reachable())
                .forEach(old -> new NoticeTable(handle)
                        .add(
                                new Notice(
                                        tenant,
                                        uin,
                                        old,
                                        Notice.Kind.CHANGED,
                                        change.telling().locale(),
                                        change.telling().cause()),
                                seals,
                                random,
                                change.at()));
    }

    @Override
    public boolean delete(long tenant, long uin, boolean withKeys, AuditEntry entry) {
        try {
            return transactions.write(Set.of(Lookups.keyOfUsers(tenant), SqlAccessKeyStore.keyOfKeys(uin)), handle -> {
                UserTable table = new UserTable(handle);
                if (table.find(tenant, uin).isEmpty()) {
                    return false;
                }
                if (!withKeys && table.keys(uin) > 0) {
                    throw new Refused(new UserRefusal.KeysRemain());
                }
                new ChallengeTable(handle).endOf(uin, entry.at());
                table.delete(uin);
                new AuditTable(handle).append(entry);
                return true;
            });
        } finally {
            keysChanged.run();
        }
    }

    @Override
    public void loggedIn(long tenant, long uin, User.Login login) {
        Bytes source = seals.seal(UserTable.place(tenant, "login_source", uin), login.source());
        transactions.write(handle -> {
            UserTable table = new UserTable(handle);
            if (table.find(tenant, uin).isPresent()) {
                table.set(uin, "login_at", login.at().toEpochMilli());
                table.set(uin, "login_source", source.toArray());
            }
            return true;
        });
    }

    private Bytes sealed(long tenant, long uin, String column, Destination clear) {
        return seals.seal(UserTable.place(tenant, column, uin), clear.canonical());
    }
}
