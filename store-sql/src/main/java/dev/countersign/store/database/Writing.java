package dev.countersign.store.database;

import java.util.SortedSet;
import org.jdbi.v3.core.Handle;

/// A connection that writes, and how transactions go on it.
interface Writing extends AutoCloseable {
    /// The connection.
    Handle handle();

    /// Begins a transaction.
    void begin();

    /// Holds these keys until the transaction ends, against every other process; always in the same order, so
    /// that two processes can't wait for each other.
    void hold(SortedSet<String> keys);

    /// Makes it durable.
    void commit();

    /// Takes all of it back.
    void rollback();

    /// Marks a place to go back to.
    void mark();

    /// Forgets the mark and keeps what was done since.
    void keep();

    /// Takes back what was done since the mark, and forgets it.
    void undo();

    @Override
    void close();
}
