package dev.countersign.store;

import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.Outbox;
import dev.countersign.seal.Seals;
import dev.countersign.store.OutboxTable.Candidate;
import dev.countersign.store.database.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The outbox in SQL: the messages that are not settled yet. It holds no code: that is read from the
/// verification when a message is taken.
public final class SqlOutbox implements Outbox {
    /// Processes take one after the other, so that nothing is taken twice.
    private static final Set<String> EXCLUSIVE = Set.of("outbox");

    private final Transactions transactions;
    private final Seals seals;
    private final String node;
    private volatile DeliveryWatch watch = DeliveryWatch.none();

    /// @param transactions where the tables are
    /// @param seals opens codes and destinations
    /// @param node what this process is called in leases, see [dev.countersign.store.database.Database#node]
    public SqlOutbox(Transactions transactions, Seals seals, String node) {
        this.transactions = transactions;
        this.seals = seals;
        this.node = node;
    }

    /// Says who is told of messages that ended before they were handed over: that is known only once the server
    /// is put together.
    public void tells(DeliveryWatch who) {
        this.watch = who;
    }

    @Override
    public List<DueMessage> take(int most, Instant now, Duration lease) {
        while (true) {
            // Most looks find nothing: they should not wait for the writer, or keep it from others.
            if (!transactions.read(handle -> new OutboxTable(handle).anyDue(now))) {
                return List.of();
            }
            List<Candidate> looked =
                    transactions.write(EXCLUSIVE, handle -> new OutboxTable(handle).take(node, most, now, lease));
            List<DueMessage> due = open(looked, now);
            long expired = looked.stream()
                    .filter(candidate -> candidate.fate(now) == OutboxTable.Fate.EXPIRED)
                    .count();
            if (expired > 0) {
                watch.expired(expired);
            }
            if (!due.isEmpty() || looked.isEmpty()) {
                return due;
            }
        }
    }

    private List<DueMessage> open(List<Candidate> looked, Instant now) {
        List<DueMessage> due = new ArrayList<>(looked.size());
        List<Settlement> unreadable = new ArrayList<>();
        for (Candidate candidate : looked) {
            if (candidate.fate(now) == OutboxTable.Fate.LEASED) {
                try {
                    due.add(candidate.open(seals));
                } catch (IllegalStateException damaged) {
                    // One damaged row must not keep all the others from leaving.
                    unreadable.add(candidate.unreadable(now));
                }
            }
        }
        settle(unreadable, now);
        return due;
    }

    @Override
    public void renew(List<String> messageIds, Instant until) {
        transactions.write(handle -> {
            new OutboxTable(handle).renew(messageIds, until);
            return true;
        });
    }

    @Override
    public void settle(List<Settlement> settlements, Instant now) {
        if (settlements.isEmpty()) {
            return;
        }
        transactions.write(handle -> {
            new OutboxTable(handle).settle(settlements, now);
            return true;
        });
    }

    @Override
    public void releaseLeases() {
        transactions.write(EXCLUSIVE, handle -> new OutboxTable(handle).release(node));
    }

    @Override
    public long backlog() {
        return transactions.read(handle -> new OutboxTable(handle).backlog());
    }
}
