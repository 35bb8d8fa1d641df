package dev.countersign.store;

import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.ReceiptQueue;
import dev.countersign.delivery.Tempo;
import dev.countersign.store.database.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// Receipts in SQL, and what they tell of carriers.
public final class SqlReceipts implements ReceiptQueue, Tempo.Source {
    /// Processes match one after the other, so that no receipt is told of twice.
    private static final Set<String> EXCLUSIVE = Set.of("receipts");

    private final Transactions transactions;

    /// @param transactions where the tables are
    public SqlReceipts(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void add(Receipt receipt, Instant now) {
        transactions.write(handle -> {
            new ReceiptTable(handle).add(receipt, now);
            return true;
        });
    }

    @Override
    public Worked work(int most, Instant now) {
        // Most looks find nothing: they should not wait for the writer, or keep it from others.
        if (!transactions.read(handle -> new ReceiptTable(handle).anyDue(now))) {
            return new Worked(0, List.of(), 0);
        }
        return transactions.write(
                EXCLUSIVE, handle -> new Matching(new ReceiptTable(handle), new TempoTable(handle), now).work(most));
    }

    @Override
    public List<Completion> completions(int most) {
        if (!transactions.read(handle -> new CompletionTable(handle).any())) {
            return List.of();
        }
        return transactions.write(EXCLUSIVE, handle -> new CompletionTable(handle).take(most));
    }

    @Override
    public List<Tempo> tempos(Instant now) {
        return transactions.read(handle -> new TempoTable(handle).tempos(now));
    }
}
