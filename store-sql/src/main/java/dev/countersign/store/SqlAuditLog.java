package dev.countersign.store;

import dev.countersign.audit.AuditEntry;
import dev.countersign.audit.AuditLog;
import dev.countersign.store.AuditLinks.Link;
import dev.countersign.store.database.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The audit in SQL.
public final class SqlAuditLog implements AuditLog {
    private final Transactions transactions;
    private final AuditChain chain;

    /// @param transactions where the tables are
    /// @param chain links what is appended
    public SqlAuditLog(Transactions transactions, AuditChain chain) {
        this.transactions = transactions;
        this.chain = chain;
    }

    @Override
    public void append(AuditEntry entry) {
        transactions.write(handle -> {
            new AuditTable(handle).append(entry);
            return true;
        });
    }

    /// Entries by number.
    ///
    /// @param tenant whose; empty for everybody's
    /// @param after the number that they come after
    /// @param most how many at the most
    public List<AuditRow> entries(Optional<Long> tenant, long after, int most) {
        return transactions.read(handle -> new AuditTable(handle).entries(tenant, after, most));
    }

    /// How far the chain goes now; empty before its first link.
    public Optional<AuditCheckpoint> checkpoint(Instant now) {
        Instant at = Instant.ofEpochMilli(now.toEpochMilli());
        return transactions
                .read(handle -> new AuditLinks(handle).last())
                .map(link -> AuditCheckpoint.of(chain.hashes(), link, at));
    }

    /// Removes the oldest links whose entries are all older than that, with their entries, and records where the
    /// chain begins from now on. The last link stays.
    ///
    /// @param most how many links at the most
    /// @return how many were removed
    public int purge(Instant before, int most) {
        return transactions.write(handle -> {
            AuditLinks links = new AuditLinks(handle);
            Link floor = chain.floor(handle);
            long last = links.last().map(Link::number).orElse(0L);
            List<Link> old = links.after(floor.number(), most).stream()
                    .takeWhile(link -> link.number() < last && link.at().isBefore(before))
                    .toList();
            old.forEach(links::remove);
            if (!old.isEmpty()) {
                chain.sink(handle, old.getLast());
            }
            return old.size();
        });
    }
}
