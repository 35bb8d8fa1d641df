package dev.countersign.store;

import dev.countersign.destination.Destination;
import dev.countersign.seal.Place;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Code;
import dev.countersign.verification.TestNumbers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Test numbers in SQL, with a copy in memory: there are few of them, and each send asks.
public final class SqlTestNumbers implements TestNumbers {
    private final Transactions transactions;
    private final Seals seals;
    private volatile @Nullable Map<Destination, TestNumber> copy;

    /// A destination with a code that is known beforehand.
    ///
    /// @param until from when on it is a number like any other
    public record TestNumber(Destination destination, Code code, Instant until) {}

    /// @param transactions where the table is
    /// @param seals seals numbers and codes
    public SqlTestNumbers(Transactions transactions, Seals seals) {
        this.transactions = transactions;
        this.seals = seals;
    }

    @Override
    public Optional<Code> codeFor(Destination destination, Instant now) {
        Map<Destination, TestNumber> known = all();
        return known.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(known.get(destination))
                        .filter(number -> now.isBefore(number.until()))
                        .map(TestNumber::code);
    }

    /// Adds a test number, or changes the one of that destination.
    public synchronized void put(TestNumber number) {
        Bytes hash = hash(number.destination());
        transactions.write(handle -> handle.createUpdate("""
                        INSERT INTO test_number (destination, number, code, until)
                        VALUES (:destination, :number, :code, :until)
                        ON CONFLICT (destination) DO UPDATE SET number = excluded.number, code = excluded.code,
                            until = excluded.until
                        """)
                .bind("destination", hash.toArray())
                .bind(
                        "number",
                        seals.seal(place("number", hash), number.destination().canonical())
                                .toArray())
                .bind(
                        "code",
                        seals.seal(place("code", hash), number.code().secret().reveal())
                                .toArray())
                .bind("until", number.until().toEpochMilli())
                .execute());
        refresh();
    }

    /// Takes a test number away.
    ///
    /// @return whether there was one
    public synchronized boolean delete(Destination destination) {
        int deleted = transactions.write(handle -> handle.createUpdate("""
                        DELETE FROM test_number WHERE destination = :destination
                        """)
                .bind("destination", hash(destination).toArray())
                .execute());
        refresh();
        return deleted > 0;
    }

    /// All of them, those included whose date has passed.
    public List<TestNumber> list() {
        return List.copyOf(all().values());
    }

    /// Reads them again: after rows were changed behind this store's back.
    public synchronized void refresh() {
        copy = read();
    }

    private Map<Destination, TestNumber> all() {
        Map<Destination, TestNumber> known = copy;
        return known == null ? first() : known;
    }

    private synchronized Map<Destination, TestNumber> first() {
        Map<Destination, TestNumber> known = copy;
        if (known == null) {
            known = read();
            copy = known;
        }
        return known;
    }

    private Map<Destination, TestNumber> read() {
        return transactions.read(handle -> handle
                .createQuery("SELECT destination, number, code, until FROM test_number")
                .map((row, context) -> {
                    Bytes hash = Columns.bytes(row, "destination");
                    String number = seals.open(place("number", hash), Columns.bytes(row, "number"));
                    return new TestNumber(
                            Destination.ofCanonical(number),
                            Code.of(seals.open(place("code", hash), Columns.bytes(row, "code"))),
                            Columns.instant(row, "until"));
                })
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(TestNumber::destination, Function.identity())));
    }

    private Bytes hash(Destination destination) {
        return new Lookups(seals).destination(destination);
    }

    private static Place place(String column, Bytes hash) {
        return new Place(0, "test_number", column, hash.toHex());
    }
}
