package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.audit.AuditLog;
import dev.countersign.store.database.Transactions;

/// The audit in SQL.
public final class SqlAuditLog implements AuditLog {
    private final Transactions transactions;

    /// @param transactions where the table is
    public SqlAuditLog(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void append(AuditEntry entry) {
        transactions.write(handle -> {
            new AuditTable(handle).append(entry);
            return true;
        });
    }
}
