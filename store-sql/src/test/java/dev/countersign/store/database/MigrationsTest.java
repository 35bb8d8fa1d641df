package dev.countersign.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Migrations, and the short cut past them.
final class MigrationsTest {
    @TempDir
    Path directory;

    @Test
    void the_short_cut_knows_the_newest_file() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/schema"))) {
            assertThat(files.map(file -> file.getFileName().toString().substring(1, 5))
                            .max(String::compareTo))
                    .contains(Migrations.NEWEST);
        }
    }

    @Test
    void a_second_start_finds_the_store_made_and_changes_nothing() {
        StoreConfig config = new StoreConfig.Sqlite(directory);
        try (Database first = Database.open(config)) {
            assertThat(first.made()).isFalse();
            first.migrate();
        }
        try (Database second = Database.open(config)) {
            assertThat(second.made()).isTrue();
            int before = migrations(second);
            second.migrate();
            assertThat(migrations(second)).isEqualTo(before).isPositive();
        }
    }

    @Test
    void a_store_that_lacks_the_newest_migration_gets_it() {
        StoreConfig.Sqlite config = new StoreConfig.Sqlite(directory);
        try (Engine engine = new SqliteEngine(config)) {
            new Migrations(engine).run("0001");
        }
        try (Database second = Database.open(config)) {
            assertThat(migrations(second)).isEqualTo(1);
            second.migrate();
            assertThat(migrations(second)).isGreaterThan(1);
            try (Engine engine = new SqliteEngine(config)) {
                assertThat(new Migrations(engine).newest()).isTrue();
            }
        }
    }

    @Test
    void users_and_keys_of_an_older_store_stay_and_get_uids_of_their_own() {
        StoreConfig.Sqlite config = new StoreConfig.Sqlite(directory);
        try (Engine engine = new SqliteEngine(config)) {
            new Migrations(engine).run("0004");
        }
        try (Database older = Database.open(config)) {
            older.transactions().write(handle -> {
                handle.execute("INSERT INTO tenant (id, account_id, name, products) VALUES (1, '1', 'one', '')");
                for (int uin : new int[] {1, 11, 12}) {
                    handle.execute("INSERT INTO principal (uin, tenant, name, may_do_everything, wechat_bound)"
                            + " VALUES (" + uin + ", 1, 'p" + uin + "', 0, 1)");
                }
                return handle.execute("INSERT INTO access_key (id, uin, secret, active) VALUES ('AKID', 11, 'x', 1)");
            });
            older.migrate();

            assertThat(texts(older, "SELECT name || ' ' || uid || ' ' || wechat_bound FROM principal ORDER BY uin"))
                    .containsExactly("p1 0 1", "p11 10000000000 1", "p12 10000000001 1");
            assertThat(texts(older, "SELECT id || ' ' || uin || ' ' || created_at || description FROM access_key"))
                    .containsExactly("AKID 11 0");
        }
    }

    private static List<String> texts(Database database, String sql) {
        return database.transactions()
                .read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void a_store_of_a_newer_version_is_refused_and_not_changed() {
        StoreConfig config = new StoreConfig.Sqlite(directory);
        try (Database newer = Database.open(config)) {
            newer.migrate();
            newer.transactions()
                    .write(handle ->
                            handle.execute("UPDATE schema_history SET version = '9999' WHERE version = '0001'"));
        }
        try (Database older = Database.open(config)) {
            assertThatThrownBy(older::migrate)
                    .isInstanceOf(NewerSchema.class)
                    .hasMessageContaining("newer version")
                    .hasMessageContaining("9999");
        }
    }

    @Test
    void closing_twice_is_closing_once() {
        Database database = Database.open(new StoreConfig.Sqlite(directory));
        database.migrate();
        assertThat(database.made()).isTrue();
        database.close();
        assertThatCode(database::close).doesNotThrowAnyException();
    }

    @Test
    void whoever_had_the_flag_has_the_policy_that_replaces_it() {
        StoreConfig.Sqlite config = new StoreConfig.Sqlite(directory);
        try (Engine engine = new SqliteEngine(config)) {
            new Migrations(engine).run("0004");
        }
        try (Database database = Database.open(config)) {
            database.transactions().write(handle -> {
                handle.execute("INSERT INTO tenant (id, account_id, name, products) VALUES (1, '1', 't', '')");
                handle.execute("""
                        INSERT INTO principal (uin, tenant, name, may_do_everything, wechat_bound)
                        VALUES (1, 1, 'root', 1, 0), (11, 1, 'alice', 1, 0), (12, 1, 'bob', 0, 0)
                        """);
                return true;
            });
            database.migrate();
            List<Long> holders = database.transactions()
                    .read(handle -> handle.createQuery("SELECT holder FROM policy_attachment WHERE policy = 1")
                            .mapTo(Long.class)
                            .list());
            assertThat(holders).containsExactly(11L);
        }
    }

    @Test
    void a_pool_of_one_is_refused() {
        assertThatThrownBy(() -> new StoreConfig.Postgres("jdbc:postgresql://127.0.0.1/x", "u", Secret.of("p"), 1, "n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int migrations(Database database) {
        return database.transactions()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM schema_history")
                        .mapTo(Integer.class)
                        .one());
    }
}
