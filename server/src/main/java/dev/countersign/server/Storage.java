package dev.countersign.server;

import dev.countersign.seal.MasterKey;
import dev.countersign.seal.Seals;
import dev.countersign.store.Retention;
import dev.countersign.store.Settings;
import dev.countersign.store.SqlCustomerStore;
import dev.countersign.store.SqlDataKeyStore;
import dev.countersign.store.SqlInbox;
import dev.countersign.store.SqlOutbox;
import dev.countersign.store.SqlTenantStore;
import dev.countersign.store.SqlTestNumbers;
import dev.countersign.store.SqlVerificationStore;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;

/// All stores on one database.
record Storage(
        Database database,
        Seals seals,
        Settings settings,
        SqlTenantStore tenants,
        SqlVerificationStore verifications,
        SqlCustomerStore customers,
        SqlOutbox outbox,
        SqlInbox inbox,
        SqlTestNumbers testNumbers)
        implements AutoCloseable {
    /// Opens the database. The master key is proven before anything is made or changed.
    ///
    /// @throws dev.countersign.seal.WrongMasterKey when the store was made with another one
    static Storage open(StoreConfig config, MasterKey master, Given given) {
        Database database = Database.open(config);
        try {
            Seals seals = new Seals(
                    new SqlDataKeyStore(database, given.random()).open(master), given.clock(), given.random());
            return new Storage(
                    database,
                    seals,
                    new Settings(database.transactions()),
                    new SqlTenantStore(database.transactions(), seals),
                    new SqlVerificationStore(database.transactions(), seals, given.random()),
                    new SqlCustomerStore(database.transactions(), seals),
                    new SqlOutbox(database.transactions(), seals, database.node()),
                    new SqlInbox(database.transactions(), seals),
                    new SqlTestNumbers(database.transactions(), seals));
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    /// Ends and purges what is old.
    Retention retention(Retention.Periods periods) {
        return new Retention(database.transactions(), periods);
    }

    /// Refuses a store of the other kind, and stamps one that has no kind yet.
    ///
    /// @param kind `dev` or `serve`
    /// @throws IllegalStateException when it is of the other kind
    void stamp(String kind) {
        String present = settings.get(Settings.KIND).orElse("");
        if (present.isEmpty()) {
            settings.put(Settings.KIND, kind);
        } else if (!present.equals(kind)) {
            throw new IllegalStateException("this store was made by \"countersign " + present + "\", and \"countersign "
                    + kind + "\" does not use it: its keys and clock are of the other kind");
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
