package dev.countersign.store;

import dev.countersign.seal.Seals;
import dev.countersign.store.database.Database;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Installation;
import dev.countersign.testkit.Node;
import dev.countersign.testkit.TestClock;
import java.security.SecureRandom;
import java.util.List;

/// Stores on one or two connections to the same database.
///
/// @param databases the processes' databases
/// @param seals what all of them seal with
record SqlInstallation(List<Database> databases, Seals seals, Runnable gone) implements Installation {
    /// Makes the store and opens it for each process.
    ///
    /// @param databases one for each process; the first makes the store
    /// @param gone run at the end
    static SqlInstallation of(TestClock clock, Runnable gone, Database... databases) {
        SecureRandom random = new SecureRandom();
        Seals seals = new Seals(new SqlDataKeyStore(databases[0], random).open(Given.master(9)), clock, random);
        return new SqlInstallation(List.of(databases), seals, gone);
    }

    @Override
    public Node node() {
        return nodeOn(databases.getFirst());
    }

    @Override
    public Node another() {
        return nodeOn(databases.getLast());
    }

    private Node nodeOn(Database database) {
        SqlPolicyStore policies = new SqlPolicyStore(database.transactions());
        return new Node(
                new SqlVerificationStore(database.transactions(), seals, new SecureRandom()),
                new SqlCustomerStore(database.transactions(), seals),
                new SqlTenantStore(database.transactions(), seals),
                policies,
                new SqlRoleStore(database.transactions(), policies),
                new SqlOutbox(database.transactions(), seals, database.node()),
                new SqlInbox(database.transactions(), seals));
    }

    @Override
    public void close() {
        databases.forEach(Database::close);
        gone.run();
    }
}
