package dev.countersign.store.database;

import dev.countersign.value.Secret;
import java.nio.file.Path;

/// Where the store is.
public sealed interface StoreConfig {
    /// An embedded SQLite database, for one process.
    ///
    /// @param directory where `countersign.db` lies; made when it is not there
    record Sqlite(Path directory) implements StoreConfig {
        /// The database's main file.
        public Path file() {
            return directory.resolve("countersign.db");
        }
    }

    /// A PostgreSQL server, 15 or newer, for any number of processes.
    ///
    /// @param url `jdbc:postgresql://…`
    /// @param user the role to connect as
    /// @param password its password
    /// @param poolSize connections at the most, at least 2: one writes, the others read
    /// @param node what this process calls itself while it lives: different for each, and for each start
    record Postgres(String url, String user, Secret password, int poolSize, String node) implements StoreConfig {
        /// @throws IllegalArgumentException for a pool of fewer than two
        public Postgres {
            if (poolSize < 2) {
                throw new IllegalArgumentException("a pool has at least 2 connections: one writes, the others read");
            }
        }
    }
}
