package dev.countersign.bench;

import dev.countersign.delivery.Bell;
import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Courier;
import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.Desk;
import dev.countersign.delivery.Drains;
import dev.countersign.delivery.Lanes;
import dev.countersign.delivery.Routes;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.TrafficMover;
import dev.countersign.seal.Seals;
import dev.countersign.store.SqlDataKeyStore;
import dev.countersign.store.SqlDrains;
import dev.countersign.store.SqlOutbox;
import dev.countersign.store.SqlVerificationStore;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.Given;
import dev.countersign.verification.Code;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The way of a message without HTTP: a store on a real disk, an outbox, a courier and one carrier, wired as the
/// server wires them.
final class OutboxRig implements AutoCloseable {
    private final Database database;
    private final Seals seals;
    private final SqlVerificationStore store;
    private final SqlOutbox outbox;
    private final Bell bell = new Bell();
    private final ExecutorService dispatchers = Executors.newVirtualThreadPerTaskExecutor();
    private final Courier courier;
    private final SendPolicy policy = new SendPolicy(VerificationPolicy.standard());

    /// @param directory for the store
    /// @param carrier takes everything
    OutboxRig(Path directory, Carrier carrier) {
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        database = Database.open(new StoreConfig.Sqlite(directory));
        seals = new Seals(new SqlDataKeyStore(database, random).open(Given.master(9)), clock, random);
        store = new SqlVerificationStore(database.transactions(), seals, random);
        outbox = new SqlOutbox(database.transactions(), seals, database.node());
        Routes routes = Routes.everything(carrier);
        Desk desk = new Desk(
                () -> routes,
                Templates::standard,
                new Drains(new SqlDrains(database.transactions())),
                new TrafficMover(),
                new Lanes());
        courier = new Courier(
                outbox,
                desk,
                bell,
                new Courier.Surroundings(clock, dispatchers, DeliveryWatch.none(), fault -> fault.printStackTrace()));
    }

    Database database() {
        return database;
    }

    Seals seals() {
        return seals;
    }

    SqlOutbox outbox() {
        return outbox;
    }

    /// Begins to hand over.
    void start() {
        courier.start();
    }

    /// Sends a code to the n-th number; durable when this returns.
    void send(int n) {
        store.issueIfQuiet(
                Given.demand(Given.registration(Given.phone(n))),
                Code.of("123456"),
                policy,
                InstantSource.system().instant());
        bell.wake();
    }

    @Override
    public void close() {
        courier.close();
        dispatchers.close();
        database.close();
    }
}
