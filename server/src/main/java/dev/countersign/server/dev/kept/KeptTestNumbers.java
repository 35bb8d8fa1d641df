package dev.countersign.server.dev.kept;

import dev.countersign.destination.Destination;
import dev.countersign.server.dev.TestNumberBook;
import dev.countersign.store.SqlTestNumbers;
import dev.countersign.store.SqlTestNumbers.TestNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Test numbers in the store.
public final class KeptTestNumbers implements TestNumberBook {
    private final SqlTestNumbers numbers;

    /// @param numbers where they are kept
    public KeptTestNumbers(SqlTestNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void put(Entry entry) {
        numbers.put(new TestNumber(entry.number(), entry.code(), entry.until()));
    }

    @Override
    public boolean remove(Destination number) {
        return numbers.delete(number);
    }

    @Override
    public void clear() {
        numbers.list().forEach(number -> numbers.delete(number.destination()));
    }

    @Override
    public List<Entry> all(Instant now) {
        return numbers.list().stream()
                .filter(number -> now.isBefore(number.until()))
                .map(number -> new Entry(number.destination(), number.code(), number.until()))
                .sorted(Comparator.comparing(entry -> entry.number().canonical()))
                .toList();
    }
}
