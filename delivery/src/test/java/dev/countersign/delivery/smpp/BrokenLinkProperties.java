package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.smpp.SmppSettings.Alphabets;
import dev.countersign.delivery.smpp.SmppSettings.Bind;
import dev.countersign.delivery.smpp.SmppSettings.Concatenation;
import dev.countersign.delivery.smpp.SmppSettings.Mode;
import dev.countersign.delivery.smpp.SmppSettings.Receipts;
import dev.countersign.delivery.smpp.SmppSettings.Validity;
import dev.countersign.delivery.smpp.SmppSettings.Wording;
import dev.countersign.testkit.smsc.Answer;
import dev.countersign.testkit.smsc.TestSmsc;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.Test;

/// While the link breaks, the message centre restarts and throttles at random, every message that is handed over
/// again until it is taken is taken, and each gets its own reference and nobody else's. A failure names its seed.
final class BrokenLinkProperties {
    private static final int CALLERS = 40;
    private static final int MESSAGES = 25;
    private static final short TAG = 0x1501;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void every_message_is_taken_in_the_end_and_gets_its_own_reference() {
        try (TestSmsc smsc = TestSmsc.plain()) {
            Map<String, AtomicInteger> taken = new ConcurrentHashMap<>();
            smsc.answers((number, submit) -> {
                if (chance(2_000)) {
                    return new Answer.Refused(SMPPConstant.STAT_ESME_RTHROTTLED);
                }
                String id = id(submit);
                taken.computeIfAbsent(id, first -> new AtomicInteger()).incrementAndGet();
                return new Answer.Taken("ref-" + id);
            });
            try (Rig rig = new Rig(settings(smsc.port())).awaitReady()) {
                List<CompletableFuture<Void>> callers = new ArrayList<>();
                for (int caller = 0; caller < CALLERS; caller++) {
                    callers.add(call(rig, caller));
                }
                while (callers.stream().anyMatch(caller -> !caller.isDone())) {
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                    breakSomething(smsc);
                }
                callers.forEach(CompletableFuture::join);
            }
            assertThat(taken).as("seed %d", seed).hasSize(CALLERS * MESSAGES);
        }
    }

    private CompletableFuture<Void> call(Rig rig, int caller) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                for (int number = 0; number < MESSAGES; number++) {
                    handOver(rig, caller + "-" + number);
                }
                done.complete(null);
            } catch (RuntimeException | AssertionError fault) {
                done.completeExceptionally(new AssertionError("seed " + seed, fault));
            }
        });
        return done;
    }

    private static void handOver(Rig rig, String id) {
        while (true) {
            switch (rig.dispatch(id, "123456")) {
                case Dispatch.Handed handed -> {
                    assertThat(handed).isEqualTo(new Dispatch.Handed("ref-" + id));
                    return;
                }
                case Dispatch.Busy(Duration after) -> LockSupport.parkNanos(Math.min(after.toNanos(), 5_000_000));
                case Dispatch.CarrierFault fault -> LockSupport.parkNanos(1_000_000);
                case Dispatch.DestinationFault(String reason) -> throw new IllegalStateException(reason);
            }
        }
    }

    private void breakSomething(TestSmsc smsc) {
        switch (random.nextInt(6)) {
            case 0, 1 -> smsc.drop();
            case 2 -> {
                smsc.stop();
                smsc.start();
            }
            default -> {
                // Nothing, this time.
            }
        }
    }

    private synchronized boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private static String id(SubmitSm submit) {
        OptionalParameter.OctetString tag = (OptionalParameter.OctetString) submit.getOptionalParameter(TAG);
        return new String(tag.getValue(), StandardCharsets.US_ASCII);
    }

    private static SmppSettings settings(int port) {
        Wording wording = new Wording(
                Alphabets.standard(),
                Concatenation.HEADER,
                Validity.RELATIVE,
                Receipts.standard(),
                OptionalInt.of(TAG));
        return Rig.with(
                Rig.with(Rig.settings(port), wording),
                new Bind(Mode.TRANSCEIVER, 3, "countersign", Secret.of("secret"), ""));
    }
}
