package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.directory.AccessKeyStore;
import dev.countersign.directory.IssuedKey;
import dev.countersign.refusal.KeyRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.tenant.AccessKey;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Access keys in SQL.
public final class SqlAccessKeyStore implements AccessKeyStore {
    private final Transactions transactions;
    private final Seals seals;
    private final Runnable keysChanged;

    /// @param transactions where the table is
    /// @param seals seals secrets
    /// @param keysChanged told after a key was switched or deleted, so that it is not remembered as it was
    public SqlAccessKeyStore(Transactions transactions, Seals seals, Runnable keysChanged) {
        this.transactions = transactions;
        this.seals = seals;
        this.keysChanged = keysChanged;
    }

    /// What decisions about a principal's keys exclude each other by.
    static String keyOfKeys(long uin) {
        return "keys:" + uin;
    }

    @Override
    public List<IssuedKey> of(long tenant, long uin) {
        return transactions.read(handle -> new KeyTable(handle).of(tenant, uin));
    }

    @Override
    public Optional<IssuedKey> find(long tenant, String id) {
        return transactions.read(handle -> new KeyTable(handle).find(tenant, id));
    }

    @Override
    public void add(long tenant, IssuedKey key, Secret secret, int most, AuditEntry entry) {
        Bytes sealed = TenantTables.seal(seals, tenant, new AccessKey(key.id(), secret));
        transactions.write(Set.of(keyOfKeys(key.uin())), handle -> {
            KeyTable table = new KeyTable(handle);
            if (!table.holder(tenant, key.uin())) {
                throw new Refused(new KeyRefusal.HolderUnknown());
            }
            if (table.of(tenant, key.uin()).size() >= most) {
                throw new Refused(new KeyRefusal.TooManyKeys(most));
            }
            table.insert(key, sealed);
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    @Override
    public boolean activate(long tenant, long uin, String id, boolean active, AuditEntry entry) {
        return change(uin, entry, table -> table.activate(tenant, uin, id, active));
    }

    @Override
    public boolean delete(long tenant, long uin, String id, AuditEntry entry) {
        return change(uin, entry, table -> table.delete(tenant, uin, id));
    }

    private boolean change(long uin, AuditEntry entry, Predicate<KeyTable> change) {
        try {
            return transactions.write(Set.of(keyOfKeys(uin)), handle -> {
                boolean changed = change.test(new KeyTable(handle));
                if (changed) {
                    new AuditTable(handle).append(entry);
                }
                return changed;
            });
        } finally {
            keysChanged.run();
        }
    }
}
