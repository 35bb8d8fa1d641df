package dev.countersign.server.dev;

import dev.countersign.destination.Destination;
import dev.countersign.verification.Code;
import java.time.Instant;
import java.util.List;

/// Keeps test numbers: what [dev.countersign.verification.TestNumbers] looks up.
public interface TestNumberBook {
    /// Adds a test number, or changes the one that is there.
    void put(Entry entry);

    /// Takes one away.
    ///
    /// @return false when it is none
    boolean remove(Destination number);

    /// Takes all away.
    void clear();

    /// Those that have not ended by then, ordered by number.
    List<Entry> all(Instant now);

    /// A test number.
    ///
    /// @param number the number
    /// @param code its fixed code
    /// @param until when it becomes an ordinary number again
    record Entry(Destination number, Code code, Instant until) {}
}
