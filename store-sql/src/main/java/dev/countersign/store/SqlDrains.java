package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.delivery.DrainStore;
import dev.countersign.store.database.Transactions;
import java.util.Set;

/// Which carriers are drained, in SQL.
public final class SqlDrains implements DrainStore {
    private static final Set<String> EXCLUSIVE = Set.of("drained");

    private final Transactions transactions;

    /// @param transactions where the table is
    public SqlDrains(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Set<String> drained() {
        return transactions.read(handle -> Set.copyOf(handle.createQuery("SELECT carrier FROM drained")
                .mapTo(String.class)
                .list()));
    }

    @Override
    public boolean drain(String carrier, boolean drained, AuditEntry entry) {
        return transactions.write(EXCLUSIVE, handle -> {
            int changed = drained
                    ? handle.createUpdate("""
                            INSERT INTO drained (carrier, since) VALUES (:carrier, :since)
                            ON CONFLICT (carrier) DO NOTHING
                            """)
                            .bind("carrier", carrier)
                            .bind("since", entry.at().toEpochMilli())
                            .execute()
                    : handle.createUpdate("DELETE FROM drained WHERE carrier = :carrier")
                            .bind("carrier", carrier)
                            .execute();
            if (changed > 0) {
                new AuditTable(handle).append(entry);
            }
            return changed > 0;
        });
    }
}
