package dev.countersign.store.database;

import java.util.Map;
import javax.sql.DataSource;

/// What differs between the databases.
sealed interface Engine extends AutoCloseable permits SqliteEngine, PostgresEngine {
    /// Whether a store was made here before. Changes nothing.
    boolean made();

    /// Where migrations run, before anything else writes.
    DataSource migrating();

    /// The words of the schema that differ.
    Map<String, String> words();

    /// The one connection that writes; closing it gives it back.
    Writing writing();

    /// Runs a question on a connection that only reads.
    ///
    /// @throws dev.countersign.refusal.Refused when none came free in time
    <T> T read(UnitOfWork<T> question);

    /// What this process calls itself in leases.
    String node();

    @Override
    void close();
}
