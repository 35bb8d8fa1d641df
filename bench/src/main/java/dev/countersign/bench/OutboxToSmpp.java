package dev.countersign.bench;

import dev.countersign.delivery.smpp.SmppCarrier;
import dev.countersign.delivery.smpp.SmppSettings;
import dev.countersign.delivery.smpp.SmppWatch;
import dev.countersign.delivery.smpp.Surroundings;
import dev.countersign.testkit.smsc.Answer;
import dev.countersign.testkit.smsc.TestSmsc;
import dev.countersign.value.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// From the outbox in a store on disk to an SMPP message centre on the loopback: how many messages a second, and at
/// a fixed rate how long each takes from its commit to its `submit_sm`. The message centre is in the same process.
public final class OutboxToSmpp {
    private static final int WINDOW = 50;
    private static final int CALLERS = 64;
    private static final int WARM = 5_000;
    private static final int RATE = 500;

    private OutboxToSmpp() {}

    /// Prints both.
    ///
    /// @param arguments `DIRECTORY MESSAGES SECONDS`
    public static void main(String... arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int messages = Integer.parseInt(arguments[1]) + WARM;
        int timed = RATE * Integer.parseInt(arguments[2]);
        Files.createDirectories(directory);
        AtomicLongArray arrived = new AtomicLongArray(messages + timed);
        AtomicInteger first = new AtomicInteger();
        try (TestSmsc smsc = TestSmsc.plain()) {
            smsc.forget();
            smsc.answers((number, submitted) -> {
                int n = Integer.parseInt(submitted.getDestAddress().substring("8526".length()));
                if (arrived.compareAndSet(n, 0, System.nanoTime())) {
                    first.incrementAndGet();
                }
                return new Answer.Taken(Long.toString(number + 1));
            });
            try (SmppCarrier carrier = carrier(smsc);
                    OutboxRig rig = new OutboxRig(directory, carrier)) {
                fill(rig, messages);
                while (!carrier.ready()) {
                    LockSupport.parkNanos(1_000_000);
                }
                rig.start();
                await(first, WARM);
                long start = System.nanoTime();
                int before = first.get();
                await(first, messages);
                double rate = (messages - before) / ((System.nanoTime() - start) / 1e9);
                System.out.printf("  outbox to submit_sm, window %d: %.0f messages/s (at least 3000)%n", WINDOW, rate);
                double[] millis = fixedRate(rig, arrived, messages, timed);
                await(first, messages + timed);
                System.out.printf(
                        "  commit to submit_sm at %d/s: p50 %.1f ms, p99 %.1f ms, max %.1f ms (p99 at most 100)%n",
                        RATE,
                        millis[millis.length / 2],
                        millis[(int) (millis.length * 0.99)],
                        millis[millis.length - 1]);
            }
        }
    }

    private static SmppCarrier carrier(TestSmsc smsc) {
        SmppSettings.Flow flow = SmppSettings.Flow.standard();
        return new SmppCarrier(
                "bench",
                new SmppSettings(
                        new SmppSettings.Endpoint("127.0.0.1", smsc.port(), Optional.empty()),
                        SmppSettings.Bind.standard("bench", Secret.of("bench")),
                        new SmppSettings.Flow(WINDOW, 0, flow.answerWithin(), flow.enquireEvery(), flow.reconnect()),
                        SmppSettings.Sender.standard("Acme"),
                        SmppSettings.Wording.standard()),
                new Surroundings(
                        InstantSource.system(), new Random(), Thread.ofVirtual().factory(), SmppWatch.none()),
                receipt -> {});
    }

    private static void fill(OutboxRig rig, int messages) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    for (int n = next.getAndIncrement(); n < messages; n = next.getAndIncrement()) {
                        rig.send(n);
                    }
                });
            }
        }
    }

    /// The sorted times from commit to arrival. Each message is sent when it is due, whether or not the earlier ones
    /// were committed.
    private static double[] fixedRate(OutboxRig rig, AtomicLongArray arrived, int from, int count) {
        long[] committed = new long[count];
        long start = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int n = i;
                long due = start + i * (1_000_000_000L / RATE);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                callers.execute(() -> {
                    rig.send(from + n);
                    committed[n] = System.nanoTime();
                });
            }
        }
        double[] millis = new double[count];
        for (int n = 0; n < count; n++) {
            while (arrived.get(from + n) == 0) {
                LockSupport.parkNanos(1_000_000);
            }
            // It may have left before its caller woke up.
            millis[n] = Math.max(0, (arrived.get(from + n) - committed[n]) / 1e6);
        }
        Arrays.sort(millis);
        return millis;
    }

    private static void await(AtomicInteger arrived, int count) {
        while (arrived.get() < count) {
            LockSupport.parkNanos(200_000);
        }
    }
}
