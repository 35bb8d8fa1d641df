package dev.countersign.store;

import dev.countersign.seal.DataKeyStore;
import dev.countersign.seal.DataKeys;
import dev.countersign.seal.MasterKey;
import dev.countersign.seal.WrongMasterKey;
import dev.countersign.store.database.Database;
import dev.countersign.value.Bytes;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// The wrapped data keys in SQL, and with them the door to the store: [#open] proves the master key on what is
/// there before anything is made or changed, then brings the schema to the newest version.
public final class SqlDataKeyStore implements DataKeyStore {
    private static final Set<String> EXCLUSIVE = Set.of("data-keys");

    private final Database database;
    private final SecureRandom random;

    /// @param database where the keys lie, not yet migrated
    /// @param random makes the keys and the nonces that they are wrapped with
    public SqlDataKeyStore(Database database, SecureRandom random) {
        this.database = database;
        this.random = random;
    }

    @Override
    public DataKeys open(MasterKey master) {
        if (database.made()) {
            Map<String, Bytes> wrapped = database.transactions().read(SqlDataKeyStore::wrapped);
            if (!wrapped.isEmpty()) {
                DataKeys keys = unwrap(master, wrapped);
                database.migrate();
                return keys;
            }
        }
        database.migrate();
        return database.transactions().write(EXCLUSIVE, handle -> openOrMake(handle, master));
    }

    /// Another process may have made them in the meantime.
    private DataKeys openOrMake(Handle handle, MasterKey master) {
        Map<String, Bytes> there = wrapped(handle);
        if (!there.isEmpty()) {
            return unwrap(master, there);
        }
        DataKeys keys = DataKeys.generate(random);
        keep(handle, master, keys);
        return keys;
    }

    @Override
    public void rewrap(MasterKey from, MasterKey to) {
        database.transactions().write(EXCLUSIVE, handle -> {
            DataKeys keys = unwrap(from, wrapped(handle));
            keep(handle, to, keys);
            return true;
        });
    }

    private static Map<String, Bytes> wrapped(Handle handle) {
        Map<String, Bytes> wrapped = new LinkedHashMap<>();
        handle.createQuery("SELECT name, wrapped FROM data_key ORDER BY name")
                .map((row, context) -> Map.entry(row.getString("name"), Columns.bytes(row, "wrapped")))
                .forEach(entry -> wrapped.put(entry.getKey(), entry.getValue()));
        return wrapped;
    }

    private void keep(Handle handle, MasterKey master, DataKeys keys) {
        Map<String, Bytes> named = Map.of(
                "seal", keys.seal(),
                "lookup", keys.lookup(),
                "audit", keys.audit(),
                "proof", keys.proof(),
                "cursor", keys.cursor());
        named.forEach((name, key) -> handle.createUpdate("""
                        INSERT INTO data_key (name, wrapped) VALUES (:name, :wrapped)
                        ON CONFLICT (name) DO UPDATE SET wrapped = excluded.wrapped
                        """)
                .bind("name", name)
                .bind("wrapped", master.wrap(name, key, random).toArray())
                .execute());
    }

    private static DataKeys unwrap(MasterKey master, Map<String, Bytes> wrapped) {
        return new DataKeys(
                unwrap(master, wrapped, "seal"),
                unwrap(master, wrapped, "lookup"),
                unwrap(master, wrapped, "audit"),
                unwrap(master, wrapped, "proof"),
                unwrap(master, wrapped, "cursor"));
    }

    private static Bytes unwrap(MasterKey master, Map<String, Bytes> wrapped, String name) {
        Bytes key = wrapped.get(name);
        if (key == null) {
            throw new WrongMasterKey();
        }
        return master.unwrap(name, key);
    }
}
