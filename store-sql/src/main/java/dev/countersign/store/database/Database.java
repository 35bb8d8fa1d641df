package dev.countersign.store.database;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The database that a store lies in.
///
/// [#open] only connects: nothing is made or changed before [#migrate], so that a start with the wrong master
/// key can refuse and leave everything as it was. [dev.countersign.store.SqlDataKeyStore] calls it once the key
/// is proven; nobody else needs to.
public final class Database implements AutoCloseable {
    private final Engine engine;
    private final Transactions transactions;

    private Database(Engine engine) {
        this.engine = engine;
        this.transactions = new Transactions(engine);
    }

    /// Reaches for a database without changing it.
    ///
    /// @throws RuntimeException when a server can't be reached
    public static Database open(StoreConfig config) {
        return new Database(
                switch (config) {
                    case StoreConfig.Sqlite sqlite -> new SqliteEngine(sqlite);
                    case StoreConfig.Postgres postgres -> new PostgresEngine(postgres);
                });
    }

    /// Whether a store was made here before. Changes nothing.
    public boolean made() {
        return engine.made();
    }

    /// Makes the store, or brings its schema to the newest version.
    public void migrate() {
        new Migrations(engine).run();
    }

    /// How everything is read and written.
    public Transactions transactions() {
        return transactions;
    }

    /// What this process calls itself in leases: on SQLite always the same, since only one process writes.
    public String node() {
        return engine.node();
    }

    /// What the driver said when a database could not be opened, if it said anything. Then it names files, hosts and
    /// roles; later it could repeat what is kept, so ask only about an opening.
    public static Optional<String> said(RuntimeException failed) {
        return Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .map(Throwable::getMessage);
    }

    /// Finishes what is queued, then closes all connections.
    @Override
    public void close() {
        transactions.close();
        engine.close();
    }
}
