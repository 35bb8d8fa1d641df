package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.policy.Policy;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.store.database.Transactions;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Installation;
import dev.countersign.testkit.StoreContract;
import dev.countersign.testkit.TestClock;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Binding;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Saving, restoring and emptying a development world.
final class SnapshotsTest extends StoreContract {
    private static final Binding BINDING = Given.registration(Given.phone(1));

    @TempDir
    Path directory;

    @Override
    protected Installation install(TestClock time) {
        return SqlInstallation.of(time, () -> {}, Database.open(new StoreConfig.Sqlite(directory)));
    }

    @Test
    void a_restored_world_is_the_saved_one() {
        send(Given.demand(BINDING), code(1));
        String saved = snapshots().save();
        accepted(redeem(BINDING, code(1)));
        send(Given.demand(Given.registration(Given.phone(2))), code(2));
        node().tenants().add(Given.tenant(99));

        assertThat(snapshots().restore(saved)).isTrue();
        assertThat(node().tenants().tenant(99)).isEmpty();
        assertThat(outgoing()).isEqualTo(1);
        accepted(redeem(BINDING, code(1)));
        assertThat(snapshots().restore(saved)).isTrue();
        accepted(redeem(BINDING, code(1)));
    }

    @Test
    void what_comes_after_a_restore_is_written_as_ever() {
        String saved = snapshots().save();
        snapshots().restore(saved);
        send(Given.demand(BINDING), code(1));

        assertThat(node().outbox().take(10, clock.instant(), Duration.ofSeconds(30)))
                .hasSize(1);
        snapshots().save();
    }

    @Test
    void a_snapshot_that_is_not_there_changes_nothing() {
        send(Given.demand(BINDING), code(1));

        for (String id : List.of("", "../countersign", "00000000-0000-0000-0000-000000000000", "a/b")) {
            assertThat(snapshots().restore(id)).isFalse();
        }
        assertThat(outgoing()).isEqualTo(1);
    }

    @Test
    void a_reset_leaves_nothing_but_the_keys_the_kind_and_the_preset_policies() {
        Settings settings = new Settings(transactions());
        settings.put(Settings.KIND, "dev");
        settings.put("clock", "60000");
        node().tenants().addApiKey(Bytes.utf8("hash"), Given.TENANT.id(), Set.of("*"));
        send(Given.demand(BINDING), code(1));
        redeem(BINDING, WRONG);
        snapshots().reset();

        assertThat(node().tenants().isEmpty()).isTrue();
        assertThat(settings.get(Settings.KIND)).contains("dev");
        assertThat(settings.get("clock")).isEmpty();
        assertThat(rowsLeft()).containsExactlyInAnyOrder("data_key", "setting", "schema_history", "policy");
        assertThat(node().policies().find(Given.TENANT.id(), Policy.ADMINISTRATOR))
                .contains(Policy.administrator());
        node().tenants().add(Given.TENANT);
        send(Given.demand(BINDING), code(2));
    }

    @Test
    void a_snapshot_of_an_earlier_version_is_not_restored() throws SQLException {
        String saved = snapshots().save();
        try (Connection older = DriverManager.getConnection(
                        "jdbc:sqlite:" + directory.resolve("snapshots").resolve(saved + ".db"));
                Statement statement = older.createStatement()) {
            statement.execute("DELETE FROM schema_history WHERE version = (SELECT MAX(version) FROM schema_history)");
        }
        node().tenants().add(Given.tenant(99));

        assertThat(snapshots().restore(saved)).isFalse();
        assertThat(node().tenants().tenant(99)).isPresent();
        snapshots().save();
    }

    @Test
    void every_table_is_in_a_snapshot_but_those_of_the_installation_itself() {
        List<String> saved = new ArrayList<>(SqliteSnapshots.TABLES);
        saved.addAll(List.of("data_key", "proof_key", "schema_history"));

        assertThat(transactions().<List<String>>read(SnapshotsTest::tables)).containsExactlyInAnyOrderElementsOf(saved);
    }

    private static List<String> tables(Handle handle) {
        return handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
                .mapTo(String.class)
                .list();
    }

    /// The tables that have any rows.
    private List<String> rowsLeft() {
        return transactions()
                .read(handle -> tables(handle).stream()
                        .filter(table -> handle.createQuery("SELECT COUNT(*) FROM " + table)
                                        .mapTo(Integer.class)
                                        .one()
                                > 0)
                        .toList());
    }

    private Transactions transactions() {
        return ((SqlInstallation) installation()).databases().getFirst().transactions();
    }

    private SqliteSnapshots snapshots() {
        return new SqliteSnapshots(transactions(), directory, new SecureRandom());
    }
}
