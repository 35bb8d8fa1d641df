package dev.countersign.store;

import dev.countersign.seal.DataKeys;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Closing;
import dev.countersign.store.database.Database;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Installation;
import dev.countersign.testkit.Node;
import dev.countersign.testkit.TestClock;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/// Stores on one or two connections to the same database.
///
/// @param databases the processes' databases
/// @param seals what all of them seal with
/// @param nodes the processes' stores, which remember what a process remembers
/// @param chain what links their audit
record SqlInstallation(List<Database> databases, Seals seals, List<Node> nodes, AuditChain chain, Runnable gone)
        implements Installation {
    /// Makes the store and opens it for each process.
    ///
    /// @param databases one for each process; the first makes the store
    /// @param gone run at the end
    static SqlInstallation of(TestClock clock, Runnable gone, Database... databases) {
        SecureRandom random = new SecureRandom();
        DataKeys keys = new SqlDataKeyStore(databases[0], random).open(Given.master(9));
        Seals seals = new Seals(keys, clock, random);
        AuditChain chain = new AuditChain(keys.audit());
        for (Database database : databases) {
            database.transactions().closeWith(Closing.both(new Announcing(random), chain));
        }
        List<Node> nodes = Stream.of(databases)
                .map(database -> nodeOn(database, seals, clock))
                .toList();
        return new SqlInstallation(List.of(databases), seals, nodes, chain, gone);
    }

    @Override
    public Node node() {
        return nodes.getFirst();
    }

    @Override
    public Node another() {
        return nodes.getLast();
    }

    private static Node nodeOn(Database database, Seals seals, TestClock clock) {
        SqlTenantStore tenants = new SqlTenantStore(database.transactions(), seals, clock);
        SqlPolicyStore policies = new SqlPolicyStore(database.transactions());
        SqlReceipts receipts = new SqlReceipts(database.transactions());
        SqlWebhooks webhooks = new SqlWebhooks(database.transactions(), seals, new SecureRandom());
        return new Node(
                new SqlVerificationStore(database.transactions(), seals, new SecureRandom()),
                new SqlCustomerStore(database.transactions(), seals),
                tenants,
                policies,
                new SqlRoleStore(database.transactions(), policies),
                new SqlOutbox(database.transactions(), seals, database.node()),
                new SqlInbox(database.transactions(), seals),
                new SqlTotpStore(database.transactions(), seals),
                new SqlTemporaryKeyStore(database.transactions(), seals),
                new SqlUserStore(database.transactions(), seals, new SecureRandom(), tenants::forgetCached),
                new SqlAccessKeyStore(database.transactions(), seals, tenants::forgetCached),
                new SqlProtectionStore(database.transactions()),
                new SqlTenantRulesStore(database.transactions()),
                new SqlCustomTokenStore(database.transactions(), seals),
                new SqlChallengeStore(database.transactions(), seals),
                new SqlProofStore(database.transactions(), seals),
                new SqlChangeStore(database.transactions(), seals, new SecureRandom()),
                new SqlDeviceStore(database.transactions(), seals),
                new SqlEnrolmentCodeStore(database.transactions(), seals),
                new SqlAuthenticatorStore(database.transactions(), seals, new SecureRandom()),
                new SqlSpaceStore(database.transactions()),
                new SqlNumberStore(database.transactions(), seals),
                receipts,
                receipts,
                new SqlHistory(database.transactions(), seals),
                new SqlDrains(database.transactions()),
                new SqlConsoleUserStore(database.transactions(), seals),
                webhooks,
                webhooks,
                new SqlDeliveries(database.transactions(), seals, database.node()));
    }

    @Override
    public void close() {
        databases.forEach(Database::close);
        gone.run();
    }
}
