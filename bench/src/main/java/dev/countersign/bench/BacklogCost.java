package dev.countersign.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What a backlog costs: how many codes a second are sent beside one, as a ratio to an empty outbox, and how it
/// drains. The carrier hangs meanwhile, as it does when there is a backlog.
public final class BacklogCost {
    private static final int CALLERS = 64;
    private static final int WINDOWS = 5;
    private static final int ONE_IN = 20;

    private BacklogCost() {}

    /// Prints it.
    ///
    /// @param arguments `DIRECTORY MESSAGES SECONDS`
    public static void main(String... arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int messages = Integer.parseInt(arguments[1]);
        double seconds = Double.parseDouble(arguments[2]);
        HeldCarrier idle = new HeldCarrier(true);
        HeldCarrier held = new HeldCarrier(true);
        AtomicInteger next = new AtomicInteger();
        try (OutboxRig empty = new OutboxRig(Files.createDirectories(directory.resolve("empty")), idle);
                OutboxRig full = new OutboxRig(Files.createDirectories(directory.resolve("full")), held)) {
            long filling = System.nanoTime();
            new Backlog(messages, ONE_IN).write(full);
            System.out.printf("  %d messages written in %.0f s%n", messages, (System.nanoTime() - filling) / 1e9);
            // Those that are sent meanwhile are left to their carrier only at the end, in both.
            full.start();
            empty.start();
            rate(empty, next, seconds);
            rate(full, next, seconds);
            List<Double> beside = new ArrayList<>();
            List<Double> alone = new ArrayList<>();
            for (int i = 0; i < WINDOWS; i++) {
                alone.add(rate(empty, next, seconds));
                beside.add(rate(full, next, seconds));
            }
            System.out.printf(
                    "  codes sent beside it %.0f/s, beside an empty outbox %.0f/s (medians of %d), ratio %.2f"
                            + " (at least 0.90)%n",
                    median(beside), median(alone), WINDOWS, median(beside) / median(alone));
            idle.letGo();
            drain(full, held, messages);
        }
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
        int off = 0;
        for (int i = 0; i < order.size(); i++) {
            off = Math.max(off, Math.abs(order.get(i) - i));
        }
        long expired = rig.database()
                .transactions()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM message WHERE state = 'expired'")
                        .mapTo(Long.class)
                        .one());
        System.out.printf(
                "  drained in %.0f s: %d of %d that were still good were handed over, at most %d places from the order"
                        + " of due time; %d of %d skipped and recorded as expired%n",
                took, order.size(), good, off, expired, messages - good);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }
}
