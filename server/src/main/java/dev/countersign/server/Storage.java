package dev.countersign.server;

import dev.countersign.seal.DataKeys;
import dev.countersign.seal.MasterKey;
import dev.countersign.seal.Seals;
import dev.countersign.server.cli.CommandFailed;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.dev.DevWorld;
import dev.countersign.server.dev.kept.KeptPermissions;
import dev.countersign.store.Announcing;
import dev.countersign.store.AuditChain;
import dev.countersign.store.AuditVerifier;
import dev.countersign.store.Retention;
import dev.countersign.store.Settings;
import dev.countersign.store.SqlAuditLog;
import dev.countersign.store.SqlCustomTokenStore;
import dev.countersign.store.SqlCustomerStore;
import dev.countersign.store.SqlDataKeyStore;
import dev.countersign.store.SqlDeliveries;
import dev.countersign.store.SqlDrains;
import dev.countersign.store.SqlHistory;
import dev.countersign.store.SqlInbox;
import dev.countersign.store.SqlNumberStore;
import dev.countersign.store.SqlOutbox;
import dev.countersign.store.SqlPolicyStore;
import dev.countersign.store.SqlProofKeyStore;
import dev.countersign.store.SqlProtectionStore;
import dev.countersign.store.SqlReceipts;
import dev.countersign.store.SqlRoleStore;
import dev.countersign.store.SqlSpaceStore;
import dev.countersign.store.SqlTemporaryKeyStore;
import dev.countersign.store.SqlTenantRulesStore;
import dev.countersign.store.SqlTenantStore;
import dev.countersign.store.SqlTestNumbers;
import dev.countersign.store.SqlTotpStore;
import dev.countersign.store.SqlVerificationStore;
import dev.countersign.store.SqlWebhooks;
import dev.countersign.store.SqlWechatIdentities;
import dev.countersign.store.database.Closing;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.NewerSchema;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.value.Secret;
import dev.countersign.value.Uuids;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// All stores on one database.
record Storage(
        Database database,
        Seals seals,
        Settings settings,
        SqlTenantStore tenants,
        SqlPolicyStore policies,
        SqlRoleStore roles,
        SqlVerificationStore verifications,
        SqlCustomerStore customers,
        SqlOutbox outbox,
        SqlInbox inbox,
        SqlTestNumbers testNumbers,
        SqlProtectionStore protections,
        SqlTenantRulesStore rules,
        SqlCustomTokenStore tokens,
        SqlTotpStore totp,
        SqlTemporaryKeyStore temporaryKeys,
        SqlAuditLog audit,
        AuditVerifier auditVerifier,
        SqlProofKeyStore proofKeys,
        SqlWechatIdentities wechatIdentities,
        SqlSpaceStore spaces,
        SqlReceipts receipts,
        SqlHistory history,
        SqlDrains drains,
        SqlWebhooks webhooks,
        SqlDeliveries deliveries,
        SqlNumberStore numbers,
        Optional<DirectoryLock> lock)
        implements AutoCloseable {
    /// Opens the database that a configuration names. The master key is proven before anything is made or
    /// changed. A data directory is this process's alone until it is closed.
    ///
    /// @param environment where secrets may be
    /// @throws dev.countersign.seal.WrongMasterKey when the store was made with another one
    /// @throws IllegalArgumentException when a secret is not where the configuration says
    /// @throws CommandFailed when it can't be reached, or another process has it
    static Storage open(Configuration configuration, Map<String, String> environment, Given given) {
        MasterKey master = new MasterKeys(environment).read(configuration.masterKey());
        StoreConfig place = place(configuration.store(), environment, given);
        Optional<DirectoryLock> lock = switch (place) {
            case StoreConfig.Sqlite sqlite -> Optional.of(DirectoryLock.take(sqlite.directory()));
            case StoreConfig.Postgres many -> Optional.empty();
        };
        return open(place, master, given, lock);
    }

    /// The same for a single change beside a server that runs.
    static Storage beside(Configuration configuration, Map<String, String> environment, Given given) {
        MasterKey master = new MasterKeys(environment).read(configuration.masterKey());
        return open(place(configuration.store(), environment, given), master, given, Optional.empty());
    }

    private static StoreConfig place(
            dev.countersign.server.config.StoreConfig store, Map<String, String> environment, Given given) {
        return store.url()
                .<StoreConfig>map(url -> new StoreConfig.Postgres(
                        url,
                        store.user().orElse(""),
                        store.password().map(one -> one.resolve(environment)).orElseGet(() -> Secret.of("")),
                        Math.max(2, store.connections()),
                        Uuids.random(given.random()).toString()))
                .orElseGet(() -> new StoreConfig.Sqlite(store.directory()));
    }

    private static Storage open(StoreConfig config, MasterKey master, Given given, Optional<DirectoryLock> lock) {
        try {
            return stores(Database.open(config), master, given, lock);
        } catch (RuntimeException refused) {
            lock.ifPresent(DirectoryLock::close);
            throw explained(config, refused);
        }
    }

    private static RuntimeException explained(StoreConfig config, RuntimeException refused) {
        if (refused instanceof NewerSchema newer) {
            return new CommandFailed(String.valueOf(newer.getMessage()));
        }
        String which = switch (config) {
            case StoreConfig.Sqlite sqlite -> "the store in " + sqlite.directory();
            case StoreConfig.Postgres postgres -> "the PostgreSQL store";
        };
        return Database.said(refused)
                .<RuntimeException>map(why -> new CommandFailed(which + " can't be used: " + why))
                .orElse(refused);
    }

    private static Storage stores(Database database, MasterKey master, Given given, Optional<DirectoryLock> lock) {
        try {
            DataKeys keys = new SqlDataKeyStore(database, given.random()).open(master);
            Seals seals = new Seals(keys, given.clock(), given.random());
            AuditChain chain = new AuditChain(keys.audit());
            database.transactions().closeWith(Closing.both(new Announcing(given.random()), chain));
            SqlPolicyStore policies = new SqlPolicyStore(database.transactions());
            return new Storage(
                    database,
                    seals,
                    new Settings(database.transactions()),
                    new SqlTenantStore(database.transactions(), seals, given.clock()),
                    policies,
                    new SqlRoleStore(database.transactions(), policies),
                    new SqlVerificationStore(database.transactions(), seals, given.random()),
                    new SqlCustomerStore(database.transactions(), seals),
                    new SqlOutbox(database.transactions(), seals, database.node()),
                    new SqlInbox(database.transactions(), seals),
                    new SqlTestNumbers(database.transactions(), seals),
                    new SqlProtectionStore(database.transactions()),
                    new SqlTenantRulesStore(database.transactions()),
                    new SqlCustomTokenStore(database.transactions(), seals),
                    new SqlTotpStore(database.transactions(), seals),
                    new SqlTemporaryKeyStore(database.transactions(), seals),
                    new SqlAuditLog(database.transactions(), chain),
                    new AuditVerifier(database.transactions(), chain),
                    new SqlProofKeyStore(database.transactions(), keys, given.random()),
                    new SqlWechatIdentities(database.transactions(), seals),
                    new SqlSpaceStore(database.transactions()),
                    new SqlReceipts(database.transactions()),
                    new SqlHistory(database.transactions(), seals),
                    new SqlDrains(database.transactions()),
                    new SqlWebhooks(database.transactions(), seals, given.random()),
                    new SqlDeliveries(database.transactions(), seals, database.node()),
                    new SqlNumberStore(database.transactions(), seals),
                    lock);
        } catch (RuntimeException refused) {
            database.close();
            throw refused;
        }
    }

    /// Why calls would not succeed now; empty when they would.
    Optional<String> missing() {
        try {
            settings.get(Settings.KIND);
            return Optional.empty();
        } catch (RuntimeException unreachable) {
            return Optional.of("the store does not answer");
        }
    }

    /// Makes the dev world, unless it is there.
    ///
    /// @param clock the time that it is made at
    void furnish(InstantSource clock) {
        DevWorld.seed(
                tenants,
                new KeptPermissions(policies, roles, clock),
                seals,
                () -> DevWorld.rules(rules, clock.instant()));
        DevWorld.spaces(spaces, clock.instant());
    }

    /// Ends and purges what is old.
    Retention retention(Retention.Periods periods) {
        return new Retention(database.transactions(), audit, periods);
    }

    /// Refuses a store of the other kind, and stamps one that has no kind yet.
    ///
    /// @param kind `dev` or `serve`
    /// @throws CommandFailed when it is of the other kind
    void stamp(String kind) {
        String present = settings.get(Settings.KIND).orElse("");
        if (present.isEmpty()) {
            settings.put(Settings.KIND, kind);
        } else if (!present.equals(kind)) {
            throw new CommandFailed("this store was made by \"countersign " + present + "\", and \"countersign " + kind
                    + "\" does not use it: its keys and clock are of the other kind");
        }
    }

    @Override
    public void close() {
        database.close();
        lock.ifPresent(DirectoryLock::close);
    }
}
