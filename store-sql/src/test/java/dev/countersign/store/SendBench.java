package dev.countersign.store;

import dev.countersign.delivery.Courier;
import dev.countersign.delivery.InboxCarrier;
import dev.countersign.delivery.Routes;
import dev.countersign.destination.Channel;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.Given;
import dev.countersign.verification.Code;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures durable sends, each to its own number, while the courier empties the outbox of the same database.
/// A program, not a test: `SendBench [directory [sends [threads]]]`.
public final class SendBench {
    private SendBench() {}

    /// Prints sends a second, and how long the slowest took.
    public static void main(String[] args) throws Exception {
        Path directory = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("countersign-bench");
        int sends = args.length > 1 ? Integer.parseInt(args[1]) : 40_000;
        int threads = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        SecureRandom random = new SecureRandom();
        InstantSource clock = InstantSource.system();
        try (Database database = Database.open(new StoreConfig.Sqlite(directory));
                ExecutorService dispatchers = Executors.newVirtualThreadPerTaskExecutor()) {
            Seals seals = new Seals(new SqlDataKeyStore(database, random).open(Given.master(9)), clock, random);
            SqlOutbox outbox = new SqlOutbox(database.transactions(), seals, database.node());
            SqlInbox inbox = new SqlInbox(database.transactions(), seals);
            SqlVerificationStore store = new SqlVerificationStore(database.transactions(), seals, random);
            Routes routes = new Routes(Map.of(Channel.SMS, new InboxCarrier(inbox, clock, () -> {})));
            try (Courier courier =
                    new Courier(outbox, routes, clock, dispatchers, fault -> fault.printStackTrace(System.err))) {
                courier.start();
                SendPolicy policy = new SendPolicy(VerificationPolicy.standard());
                AtomicInteger next = new AtomicInteger();
                for (int round = 0; round < 3; round++) {
                    long[] nanos = new long[sends];
                    AtomicInteger done = new AtomicInteger();
                    long cpu = cpuOfWriter();
                    long begun = System.nanoTime();
                    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
                        for (int thread = 0; thread < threads; thread++) {
                            callers.submit(() -> {
                                int at;
                                while ((at = done.getAndIncrement()) < sends) {
                                    long start = System.nanoTime();
                                    store.issueIfQuiet(
                                            Given.demand(Given.registration(Given.phone(next.getAndIncrement()))),
                                            Code.fresh(6, random),
                                            policy,
                                            clock.instant());
                                    courier.wake();
                                    nanos[at] = System.nanoTime() - start;
                                }
                            });
                        }
                    }
                    long writer = cpuOfWriter() - cpu;
                    double seconds = (System.nanoTime() - begun) / 1e9;
                    Arrays.sort(nanos);
                    System.out.printf(
                            "%d sends, %d threads: %.0f/s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms, backlog %d,"
                                    + " writer %.0f us a send%n",
                            sends,
                            threads,
                            sends / seconds,
                            nanos[sends / 2] / 1e6,
                            nanos[sends / 100 * 99] / 1e6,
                            nanos[sends - 1] / 1e6,
                            outbox.backlog(),
                            writer / 1e3 / sends);
                }
                long drained = System.nanoTime();
                while (outbox.backlog() > 0) {
                    Thread.sleep(Duration.ofMillis(5));
                }
                System.out.printf("backlog gone after %.1f s%n", (System.nanoTime() - drained) / 1e9);
            }
        }
    }

    /// CPU nanoseconds of the thread that writes: unlike the rest it tells the same on a busy machine.
    private static long cpuOfWriter() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().equals("store-writer"))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
