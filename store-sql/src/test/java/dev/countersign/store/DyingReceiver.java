package dev.countersign.store;

import dev.countersign.delivery.Receipt;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.Given;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that takes receipts and works them off until it is killed, and says of each that it was taken.
final class DyingReceiver {
    private static final int THREADS = 16;

    private DyingReceiver() {}

    /// Receives until it is killed.
    ///
    /// @param args the directory, and the number to begin with
    public static void main(String[] args) throws InterruptedException {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        Database database = Database.open(new StoreConfig.Sqlite(Path.of(args[0])));
        new SqlDataKeyStore(database, new SecureRandom()).open(Given.master(9));
        SqlReceipts receipts = new SqlReceipts(database.transactions());
        AtomicInteger next = new AtomicInteger(Integer.parseInt(args[1]));
        for (int thread = 0; thread < THREADS; thread++) {
            Thread.ofVirtual().start(() -> {
                while (true) {
                    int n = next.getAndIncrement();
                    receipts.add(new Receipt("carrier", "r" + n, Receipt.State.DELIVERED, "", now), now);
                    acknowledge(n);
                }
            });
        }
        while (true) {
            receipts.work(64, now);
        }
    }

    private static synchronized void acknowledge(int n) {
        System.out.println(n);
        System.out.flush();
    }
}
