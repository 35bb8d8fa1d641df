package dev.countersign.bench;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.smpp.SmppCarrier;
import dev.countersign.delivery.smpp.SmppSettings;
import dev.countersign.delivery.smpp.SmppWatch;
import dev.countersign.delivery.smpp.Surroundings;
import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.testkit.smsc.TestSmsc;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// How many messages a second an SMPP carrier with a window of 50 hands to a message centre on the loopback: the
/// carrier alone, without outbox and store. The message centre is jsmpp's, in the same process, so that it takes its
/// share of the machine.
public final class SmppRate {
    private static final int WINDOW = 50;
    private static final int CALLERS = 200;

    private SmppRate() {}

    /// Prints the answers a second over the given time, after as long a time to warm up.
    ///
    /// @param arguments the seconds
    public static void main(String... arguments) throws InterruptedException {
        Duration seconds = Duration.ofSeconds(Long.parseLong(arguments[0]));
        SmppSettings.Flow flow = SmppSettings.Flow.standard();
        try (TestSmsc smsc = TestSmsc.plain();
                SmppCarrier carrier = new SmppCarrier(
                        "bench",
                        new SmppSettings(
                                new SmppSettings.Endpoint("127.0.0.1", smsc.port(), Optional.empty()),
                                SmppSettings.Bind.standard("bench", Secret.of("bench")),
                                new SmppSettings.Flow(
                                        WINDOW, 0, flow.answerWithin(), flow.enquireEvery(), flow.reconnect()),
                                SmppSettings.Sender.standard("Acme"),
                                SmppSettings.Wording.standard()),
                        new Surroundings(
                                InstantSource.system(),
                                new Random(),
                                Thread.ofVirtual().factory(),
                                SmppWatch.none()),
                        receipt -> {})) {
            smsc.forget();
            while (!carrier.ready()) {
                LockSupport.parkNanos(1_000_000);
            }
            run(carrier, seconds);
            System.out.printf("%.0f%n", run(carrier, seconds));
        }
    }

    private static double run(SmppCarrier carrier, Duration lasting) throws InterruptedException {
        LongAdder handed = new LongAdder();
        long start = System.nanoTime();
        long end = start + lasting.toNanos();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int caller = i;
            callers.add(Thread.ofVirtual().start(() -> {
                for (int number = 0; System.nanoTime() < end; number++) {
                    Dispatch outcome = carrier.dispatch(message(caller + "-" + number));
                    if (!(outcome instanceof Dispatch.Handed)) {
                        throw new IllegalStateException(outcome.toString());
                    }
                    handed.increment();
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        return handed.sum() / ((System.nanoTime() - start) / 1e9);
    }

    private static Message message(String id) {
        return new Message(
                id,
                1,
                Channel.SMS,
                new PhoneNumber("852", "61234567"),
                Message.Written.plain("Countersign", "123456 is your code. Tell it to nobody."),
                Optional.empty(),
                "LOGIN",
                "en",
                Instant.now().plusSeconds(300));
    }
}
