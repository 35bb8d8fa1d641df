package dev.countersign.store;

import dev.countersign.delivery.Courier;
import dev.countersign.delivery.InboxCarrier;
import dev.countersign.delivery.Routes;
import dev.countersign.destination.Channel;
import dev.countersign.seal.Seals;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Race;
import dev.countersign.verification.Code;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Measures durable sends, each to its own number, while the courier empties the outbox of the same database.
/// A program, not a test: `SendBench [directory [sends [threads]]]`.
public final class SendBench {
    private static final int ROUNDS = 3;

    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock = InstantSource.system();
    private final SendPolicy policy = new SendPolicy(VerificationPolicy.standard());
    private final AtomicInteger numbers = new AtomicInteger();
    private final int sends;
    private final int threads;

    private SendBench(int sends, int threads) {
        this.sends = sends;
        this.threads = threads;
    }

    /// Prints sends a second, how long they took, and what the writer's thread spent on each.
    public static void main(String[] args) throws IOException {
        Path directory = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("countersign-bench");
        int sends = args.length > 1 ? Integer.parseInt(args[1]) : 40_000;
        int threads = args.length > 2 ? Integer.parseInt(args[2]) : 64;
        new SendBench(sends, threads).run(directory);
    }

    private void run(Path directory) {
        List<RuntimeException> faults = new CopyOnWriteArrayList<>();
        try (Database database = Database.open(new StoreConfig.Sqlite(directory));
                ExecutorService dispatchers = Executors.newVirtualThreadPerTaskExecutor()) {
            Seals seals = new Seals(new SqlDataKeyStore(database, random).open(Given.master(9)), clock, random);
            SqlOutbox outbox = new SqlOutbox(database.transactions(), seals, database.node());
            SqlInbox inbox = new SqlInbox(database.transactions(), seals);
            SqlVerificationStore store = new SqlVerificationStore(database.transactions(), seals, random);
            Routes routes = new Routes(Map.of(Channel.SMS, new InboxCarrier(inbox, clock, () -> {})));
            try (Courier courier = new Courier(outbox, routes, clock, dispatchers, faults::add)) {
                courier.start();
                for (int round = 0; round < ROUNDS; round++) {
                    round(store, courier);
                    System.out.printf("backlog %d, faults %s%n", outbox.backlog(), faults);
                }
            }
        }
    }

    private void round(SqlVerificationStore store, Courier courier) {
        long[] nanos = new long[sends];
        AtomicInteger next = new AtomicInteger();
        long cpu = cpuOfWriter();
        long begun = System.nanoTime();
        Race.of(threads, thread -> {
            int at = next.getAndIncrement();
            while (at < sends) {
                long start = System.nanoTime();
                store.issueIfQuiet(
                        Given.demand(Given.registration(Given.phone(numbers.getAndIncrement()))),
                        Code.fresh(6, random),
                        policy,
                        clock.instant());
                courier.wake();
                nanos[at] = System.nanoTime() - start;
                at = next.getAndIncrement();
            }
            return thread;
        });
        double seconds = (System.nanoTime() - begun) / 1e9;
        long spent = cpuOfWriter() - cpu;
        Arrays.sort(nanos);
        System.out.printf(
                "%d sends by %d threads: %.0f/s, p50 %.1f ms, p99 %.1f ms, longest %.1f ms, writer %.0f us each, ",
                sends,
                threads,
                sends / seconds,
                nanos[sends / 2] / 1e6,
                nanos[sends / 100 * 99] / 1e6,
                nanos[sends - 1] / 1e6,
                spent / 1e3 / sends);
    }

    /// CPU nanoseconds of the thread that writes: unlike the rest it tells the same on a busy machine.
    private static long cpuOfWriter() {
        ThreadMXBean all = ManagementFactory.getThreadMXBean();
        return Arrays.stream(all.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().equals("store-writer"))
                .mapToLong(thread -> all.getThreadCpuTime(thread.getThreadId()))
                .sum();
    }
}
