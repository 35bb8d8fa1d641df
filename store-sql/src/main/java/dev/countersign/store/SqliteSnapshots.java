package dev.countersign.store;

import dev.countersign.policy.Policy;
import dev.countersign.store.database.Transactions;
import dev.countersign.value.Uuids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Saves and restores all that a development world holds, but the data keys. On SQLite only.
///
/// After [#restore] and [#reset] what other stores remember is stale: see [SqlTenantStore#forgetCached],
/// [SqlPolicyStore#forgetCached] and [SqlTestNumbers#refresh].
public final class SqliteSnapshots {
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    /// Every table of ours but the installation's keys, `data_key` and `proof_key`, those that others point at
    /// first.
    static final List<String> TABLES = List.of(
            "setting",
            "tenant",
            "principal",
            "access_key",
            "api_key",
            "protection",
            "tenant_rules",
            "custom_token",
            "policy",
            "policy_alias",
            "policy_attachment",
            "role",
            "customer",
            "space",
            "space_number",
            "verification",
            "message",
            "dispatch",
            "part",
            "receipt",
            "completion",
            "tempo",
            "drained",
            "webhook",
            "event",
            "event_count",
            "webhook_delivery",
            "webhook_try",
            "failure_count",
            "caller_record",
            "tally",
            "idempotency",
            "enrolment_code",
            "authenticator_change",
            "challenge",
            "proof",
            "first_answer",
            "wechat_identity",
            "inbox",
            "audit",
            "audit_link",
            "test_number",
            "totp_device",
            "temporary_key");

    private final Transactions transactions;
    private final Path directory;
    private final RandomGenerator random;

    /// @param transactions where the tables are
    /// @param data the store's directory; snapshots lie in `snapshots` below it
    /// @param random draws the snapshots' ids
    public SqliteSnapshots(Transactions transactions, Path data, RandomGenerator random) {
        this.transactions = transactions;
        this.directory = data.resolve("snapshots");
        this.random = random;
    }

    /// Saves everything as it is now.
    ///
    /// @return the snapshot's id
    public String save() {
        String id = Uuids.random(random).toString();
        try {
            Files.createDirectories(directory);
        } catch (IOException refused) {
            throw new UncheckedIOException("the directory of snapshots can't be made", refused);
        }
        return transactions.alone(handle -> {
            handle.execute("VACUUM INTO ?", file(id).toString());
            return id;
        });
    }

    /// The snapshots that there are, with the time at which each was saved.
    public Map<String, Instant> all() {
        Map<String, Instant> found = new LinkedHashMap<>();
        if (!Files.isDirectory(directory)) {
            return found;
        }
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String id = file.getFileName().toString().replaceFirst("\\.db$", "");
                if (ID.matcher(id).matches()) {
                    found.put(id, Files.getLastModifiedTime(file).toInstant());
                }
            }
        } catch (IOException refused) {
            throw new UncheckedIOException("the directory of snapshots can't be read", refused);
        }
        return found;
    }

    /// Puts everything back as it was saved.
    ///
    /// @return false when there is no such snapshot, or an earlier version saved it; nothing was changed
    public boolean restore(String id) {
        if (!ID.matcher(id).matches() || !Files.isRegularFile(file(id))) {
            return false;
        }
        return transactions.alone(handle -> {
            handle.execute("ATTACH DATABASE ? AS saved", file(id).toString());
            try {
                if (!version(handle, "saved").equals(version(handle, "main"))) {
                    return false;
                }
                whole(handle, () -> {
                    empty(handle, TABLES);
                    TABLES.forEach(
                            table -> handle.execute("INSERT INTO main." + table + " SELECT * FROM saved." + table));
                });
                return true;
            } finally {
                // Kept statements hold the attached file open.
                handle.getStatementBuilder().close(handle.getConnection());
                handle.execute("DETACH DATABASE saved");
            }
        });
    }

    /// Back to nothing: no row is left but the data keys, what kind of store this is, and the preset policies.
    public void reset() {
        transactions.write(handle -> {
            empty(handle, TABLES.subList(1, TABLES.size()));
            new PolicyTables(handle).insert(Policy.administrator());
            return handle.execute("DELETE FROM setting WHERE name <> ?", Settings.KIND);
        });
    }

    private static String version(Handle handle, String database) {
        return handle.createQuery("SELECT MAX(version) FROM " + database + ".schema_history")
                .mapTo(String.class)
                .one();
    }

    private static void whole(Handle handle, Runnable work) {
        handle.execute("BEGIN IMMEDIATE");
        try {
            work.run();
            handle.execute("COMMIT");
        } catch (RuntimeException failed) {
            handle.execute("ROLLBACK");
            throw failed;
        }
    }

    private static void empty(Handle handle, List<String> tables) {
        tables.reversed().forEach(table -> handle.execute("DELETE FROM main." + table));
    }

    private Path file(String id) {
        return directory.resolve(id + ".db").toAbsolutePath();
    }
}
