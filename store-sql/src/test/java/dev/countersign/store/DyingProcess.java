package dev.countersign.store;

import dev.countersign.seal.Seals;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.Given;
import dev.countersign.verification.Code;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that sends until it is killed, and says of each send that it was acknowledged.
final class DyingProcess {
    private static final int THREADS = 16;

    private DyingProcess() {}

    /// Sends until it is killed.
    ///
    /// @param args the directory, and the number to begin with
    public static void main(String[] args) throws InterruptedException {
        InstantSource clock = () -> Instant.parse("2026-11-22T12:00:00Z");
        SecureRandom random = new SecureRandom();
        Database database = Database.open(new StoreConfig.Sqlite(Path.of(args[0])));
        Seals seals = new Seals(new SqlDataKeyStore(database, random).open(Given.master(9)), clock, random);
        SqlVerificationStore store = new SqlVerificationStore(database.transactions(), seals, random);
        SendPolicy policy = new SendPolicy(VerificationPolicy.standard());
        AtomicInteger next = new AtomicInteger(Integer.parseInt(args[1]));
        for (int thread = 0; thread < THREADS; thread++) {
            Thread.ofVirtual().start(() -> {
                while (true) {
                    int n = next.getAndIncrement();
                    store.issueIfQuiet(
                            Given.demand(Given.registration(Given.phone(n))),
                            Code.of("123456"),
                            policy,
                            clock.instant());
                    acknowledge(n);
                }
            });
        }
        Thread.currentThread().join();
    }

    private static synchronized void acknowledge(int n) {
        System.out.println(n);
        System.out.flush();
    }
}
