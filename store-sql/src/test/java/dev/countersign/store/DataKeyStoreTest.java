package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.seal.DataKeyStore;
import dev.countersign.seal.WrongMasterKey;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.DataKeyStoreContract;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Race;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Data keys on both databases, and what a start with the wrong master key leaves behind: nothing.
final class DataKeyStoreTest {
    @TempDir
    Path directory;

    /// Starts and ends processes on the same data.
    abstract static class Starts extends DataKeyStoreContract {
        private final List<Database> started = new ArrayList<>();

        abstract StoreConfig config();

        @Override
        protected DataKeyStore start() {
            Database database = Database.open(config());
            started.add(database);
            return new SqlDataKeyStore(database, new SecureRandom());
        }

        @AfterEach
        void end() {
            started.forEach(Database::close);
        }
    }

    @Nested
    class Sqlite extends Starts {
        @Override
        StoreConfig config() {
            return new StoreConfig.Sqlite(directory);
        }
    }

    @Nested
    class Postgres extends Starts {
        private final String name = Databases.emptyPostgres();

        @Override
        StoreConfig config() {
            return Databases.postgres(name, "node");
        }

        @Test
        void processes_that_make_the_store_at_the_same_time_get_the_same_keys() {
            assertThat(Race.of(4, n -> start().open(Given.master(1))).stream().distinct())
                    .hasSize(1);
        }
    }

    @Test
    void opening_the_database_makes_nothing() {
        Path fresh = directory.resolve("fresh");
        try (Database database = Database.open(new StoreConfig.Sqlite(fresh))) {
            assertThat(database.made()).isFalse();
        }
        assertThat(fresh).doesNotExist();
    }

    @Test
    void the_wrong_master_key_leaves_the_file_as_it_was_byte_for_byte() throws IOException {
        StoreConfig.Sqlite config = new StoreConfig.Sqlite(directory);
        try (Database database = Database.open(config)) {
            new SqlDataKeyStore(database, new SecureRandom()).open(Given.master(1));
            new Settings(database.transactions()).put("a", "b");
        }
        Bytes before = Bytes.of(Files.readAllBytes(config.file()));

        try (Database database = Database.open(config)) {
            assertThatThrownBy(() -> new SqlDataKeyStore(database, new SecureRandom()).open(Given.master(2)))
                    .isInstanceOf(WrongMasterKey.class);
        }
        assertThat(Bytes.of(Files.readAllBytes(config.file()))).isEqualTo(before);
    }

    @Test
    void the_wrong_master_key_leaves_the_log_of_a_process_that_died_as_it_was() throws IOException {
        StoreConfig.Sqlite config = new StoreConfig.Sqlite(directory);
        Path copied = directory.resolve("died");
        try (Database database = Database.open(config)) {
            new SqlDataKeyStore(database, new SecureRandom()).open(Given.master(1));
            new Settings(database.transactions()).put("a", "b");
            // What a killed process leaves: the main file and a log that was not carried over.
            Files.createDirectories(copied);
            for (String name : List.of("countersign.db", "countersign.db-wal")) {
                Files.copy(directory.resolve(name), copied.resolve(name));
            }
        }
        StoreConfig.Sqlite died = new StoreConfig.Sqlite(copied);
        Bytes main = Bytes.of(Files.readAllBytes(died.file()));
        Bytes log = Bytes.of(Files.readAllBytes(copied.resolve("countersign.db-wal")));

        try (Database database = Database.open(died)) {
            assertThatThrownBy(() -> new SqlDataKeyStore(database, new SecureRandom()).open(Given.master(2)))
                    .isInstanceOf(WrongMasterKey.class);
        }
        assertThat(Bytes.of(Files.readAllBytes(died.file()))).isEqualTo(main);
        assertThat(Bytes.of(Files.readAllBytes(copied.resolve("countersign.db-wal"))))
                .isEqualTo(log);
        try (Database database = Database.open(died)) {
            new SqlDataKeyStore(database, new SecureRandom()).open(Given.master(1));
            assertThat(new Settings(database.transactions()).get("a")).contains("b");
        }
    }
}
