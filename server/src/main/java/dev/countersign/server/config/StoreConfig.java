package dev.countersign.server.config;

import java.nio.file.Path;
import java.util.Optional;

/// Where data are kept.
///
/// @param directory the data directory of SQLite
/// @param url PostgreSQL's address; if it is given, the directory holds only the master key
/// @param user PostgreSQL's user
/// @param password where its password is
/// @param connections how many connections to PostgreSQL are kept
@Area(value = "store", doc = "Where data are kept: in a directory with SQLite, or in PostgreSQL 15 or newer.") public record StoreConfig(
        @Key(
                doc = "The data directory. Used by SQLite, and by nothing else when `store.url` is given.",
                example = "/var/lib/countersign")
        Path directory,

        @Key(
                doc = "The JDBC address of a PostgreSQL database; without it, SQLite is used.",
                example = "jdbc:postgresql://db.internal:5432/countersign")
        Optional<String> url,

        @Key(doc = "The user that PostgreSQL is asked as.", example = "countersign")
        Optional<String> user,

        @Key(doc = "Where that user's password is.", example = "env:COUNTERSIGN_DB_PASSWORD")
        Optional<SecretReference> password,

        @Key(doc = "How many connections to PostgreSQL are kept.", example = "16")
        int connections) {
    /// @throws IllegalArgumentException for an address that is not PostgreSQL's, or one that holds a password
    public StoreConfig {
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("store.url must begin with jdbc:postgresql:");
        }
        if (url.isPresent() && url.get().contains("password=")) {
            throw new IllegalArgumentException("store.url must not hold a password: use store.password");
        }
        if (connections < 1 || connections > 1_000) {
            throw new IllegalArgumentException("store.connections must be 1 to 1000");
        }
    }

    /// The defaults.
    public static StoreConfig standard() {
        return new StoreConfig(Path.of("var", "countersign"), Optional.empty(), Optional.empty(), Optional.empty(), 8);
    }
}
