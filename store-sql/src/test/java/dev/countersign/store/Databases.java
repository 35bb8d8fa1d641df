package dev.countersign.store;

import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// The databases that contracts are run on: a fresh one for each test.
final class Databases {
    private static final AtomicInteger NEXT = new AtomicInteger();

    private Databases() {}

    /// One server for all tests of this JVM, which ends with it.
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "60")
                        .start();
                sql(server, "CREATE DATABASE pattern");
                try (Database pattern = Database.open(config(server, "pattern", "pattern"))) {
                    pattern.migrate();
                }
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /// A fresh SQLite database, in a directory that goes with it.
    static SqlInstallation sqlite(TestClock clock) {
        Path directory = directory();
        return SqlInstallation.of(clock, () -> delete(directory), Database.open(new StoreConfig.Sqlite(directory)));
    }

    /// A fresh database on PostgreSQL, with two processes.
    static SqlInstallation postgres(TestClock clock) {
        String name = freshPostgres();
        return SqlInstallation.of(
                clock,
                () -> sql(Server.RUNNING, "DROP DATABASE " + name),
                Database.open(postgres(name, "one")),
                Database.open(postgres(name, "two")));
    }

    /// Makes a database that is ready to be used.
    ///
    /// @return the name of a database with the schema and no rows
    static String freshPostgres() {
        String name = "fresh" + NEXT.incrementAndGet();
        sql(Server.RUNNING, "CREATE DATABASE " + name + " TEMPLATE pattern");
        return name;
    }

    /// Makes a database where no store was ever made.
    ///
    /// @return the name of a database with nothing in it
    static String emptyPostgres() {
        String name = "empty" + NEXT.incrementAndGet();
        sql(Server.RUNNING, "CREATE DATABASE " + name);
        return name;
    }

    static StoreConfig.Postgres postgres(String name, String node) {
        return config(Server.RUNNING, name, node);
    }

    private static StoreConfig.Postgres config(EmbeddedPostgres server, String name, String node) {
        return new StoreConfig.Postgres(
                server.getJdbcUrl("postgres", name), "postgres", Secret.of("postgres"), 4, node);
    }

    private static void sql(EmbeddedPostgres server, String text) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
        } catch (SQLException failed) {
            throw new IllegalStateException(text, failed);
        }
    }

    static Path directory() {
        try {
            return Files.createTempDirectory("countersign-test");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
