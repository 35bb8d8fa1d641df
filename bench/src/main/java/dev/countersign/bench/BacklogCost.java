package dev.countersign.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/// What a backlog costs: how many codes a second are sent beside one, as a ratio to an empty outbox in a store of the
/// same size and to an empty store, and how it drains. The carrier hangs meanwhile, as it does when there is a backlog.
public final class BacklogCost {
    private static final int CALLERS = 64;
    private static final int WINDOWS = 5;
    private static final int ONE_IN = 20;
    private static final String DATABASE = "countersign.db";

    private BacklogCost() {}

    /// Prints it.
    ///
    /// @param arguments `DIRECTORY MESSAGES SECONDS`
    public static void main(String... arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int messages = Integer.parseInt(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        Path store = Files.createDirectories(directory.resolve("full"));
        long filling = System.nanoTime();
        try (OutboxRig rig = new OutboxRig(store, new HeldCarrier())) {
            new Backlog(messages, ONE_IN).write(rig);
        }
        System.out.printf("  %d messages written in %.0f s%n", messages, (System.nanoTime() - filling) / 1e9);
        Path sent = Files.createDirectories(directory.resolve("sent"));
        Files.copy(store.resolve(DATABASE), sent.resolve(DATABASE));
        HeldCarrier idle = new HeldCarrier();
        HeldCarrier other = new HeldCarrier();
        HeldCarrier held = new HeldCarrier();
        try (OutboxRig empty = new OutboxRig(Files.createDirectories(directory.resolve("empty")), idle);
                OutboxRig settled = new OutboxRig(sent, other);
                OutboxRig full = new OutboxRig(store, held)) {
            settled.database()
                    .transactions()
                    .write(handle -> handle.execute("UPDATE message SET state = 'handed', due_at = NULL"));
            compare(List.of(full, settled, empty), seconds);
            idle.letGo();
            other.letGo();
            drain(full, held, messages);
        }
    }

    /// Windows take turns, since a shared machine drifts; the first of each warms up.
    private static void compare(List<OutboxRig> rigs, double seconds) {
        AtomicInteger next = new AtomicInteger();
        List<List<Double>> rates = new ArrayList<>();
        for (OutboxRig rig : rigs) {
            rig.start();
            rate(rig, next, seconds);
            rates.add(new ArrayList<>());
        }
        for (int window = 0; window < WINDOWS; window++) {
            for (int i = 0; i < rigs.size(); i++) {
                rates.get(i).add(rate(rigs.get(i), next, seconds));
            }
        }
        double full = median(rates.getFirst());
        double settled = median(rates.get(1));
        double empty = median(rates.get(2));
        System.out.printf(
                "  codes sent beside the backlog %.0f/s; with as many messages that have left %.0f/s, ratio %.2f (at least"
                        + " 0.90); in a store that is empty %.0f/s, ratio %.2f (medians of %d)%n",
                full, settled, full / settled, empty, full / empty, WINDOWS);
    }

    private static double rate(OutboxRig rig, AtomicInteger next, double seconds) {
        AtomicInteger sent = new AtomicInteger();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    while (System.nanoTime() < end) {
                        rig.send(next.getAndIncrement());
                        sent.incrementAndGet();
                    }
                });
            }
        }
        return sent.get() / ((System.nanoTime() - start) / 1e9);
    }

    private static void drain(OutboxRig rig, HeldCarrier carrier, int messages) {
        int good = (messages + ONE_IN - 1) / ONE_IN;
        long start = System.nanoTime();
        carrier.letGo();
        while (rig.outbox().backlog() > 0) {
            LockSupport.parkNanos(100_000_000);
        }
        double took = (System.nanoTime() - start) / 1e9;
        List<Integer> order = carrier.numbers().stream()
                .filter(number -> number >= Backlog.FROM)
                .map(number -> (number - Backlog.FROM) / ONE_IN)
                .toList();
        List<Integer> off = IntStream.range(0, order.size())
                .map(i -> Math.abs(order.get(i) - i))
                .sorted()
                .boxed()
                .toList();
        long expired = rig.database()
                .transactions()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM message WHERE state = 'expired'")
                        .mapTo(Long.class)
                        .one());
        System.out.printf(
                "  drained in %.0f s: %d of %d that were still good were handed over, 99 %% of them within %d places of the"
                        + " order of due time, all within %d; %d of %d skipped and recorded as expired%n",
                took, order.size(), good, off.get(off.size() * 99 / 100), off.getLast(), expired, messages - good);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
