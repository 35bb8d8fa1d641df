package dev.countersign.store;

import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.testkit.StoreContract;

/// A contract of what only the SQL stores have.
abstract class SqlContract extends StoreContract {
    final SqlInstallation sql() {
        return (SqlInstallation) installation();
    }

    final Transactions transactions() {
        return sql().databases().getFirst().transactions();
    }

    final SqlAuditLog audit() {
        return new SqlAuditLog(transactions(), sql().chain());
    }

    final Seals seals() {
        return sql().seals();
    }

    /// How many rows a table has.
    final int rows(String table) {
        return transactions()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                        .mapTo(Integer.class)
                        .one());
    }
}
