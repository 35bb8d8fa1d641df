package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.smpp.SmppSettings.Bind;
import dev.countersign.delivery.smpp.SmppSettings.Mode;
import dev.countersign.testkit.TestClock;
import dev.countersign.testkit.smsc.Answer;
import dev.countersign.testkit.smsc.TestSmsc;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BindType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sessions that come and go, windows, and throttling.
final class SessionTest {
    private static final Duration NEVER = Duration.ofMinutes(10);
    private final TestSmsc smsc = TestSmsc.plain();

    @AfterEach
    void stop() {
        smsc.close();
    }

    @Test
    void the_window_bounds_what_is_under_way_over_all_sessions() throws InterruptedException {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Semaphore goOn = new Semaphore(0);
        smsc.answers((number, submit) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            goOn.acquireUninterruptibly();
            now.decrementAndGet();
            return new Answer.Taken("id-" + number);
        });
        SmppSettings settings =
                Rig.with(Rig.with(Rig.settings(smsc.port()), bind(Mode.TRANSCEIVER, 3)), Rig.flow(6, NEVER, NEVER));
        try (Rig rig = new Rig(settings)) {
            Rig.until(() -> smsc.bound().size() == 3 && rig.bound.size() == 3);
            List<CompletableFuture<Dispatch>> under = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                under.add(rig.later("m-" + i, "a"));
            }
            Rig.until(() -> now.get() == 6);
            goOn.release(40);
            assertThat(under).allSatisfy(one -> assertThat(one.join()).isInstanceOf(Dispatch.Handed.class));
            assertThat(most).hasValue(6);
        }
    }

    @Test
    void who_finds_the_window_full_for_too_long_comes_back_later() {
        smsc.answers((number, submit) -> new Answer.Silence());
        try (Rig rig =
                new Rig(Rig.with(Rig.settings(smsc.port()), Rig.flow(1, Duration.ofMillis(300), NEVER))).awaitReady()) {
            CompletableFuture<Dispatch> first = rig.later("m-1", "a");
            Rig.until(() -> smsc.asked() == 1);
            List<CompletableFuture<Dispatch>> others = new ArrayList<>();
            for (int i = 2; i < 10; i++) {
                others.add(rig.later("m-" + i, "a"));
            }
            assertThat(first.join()).isEqualTo(new Dispatch.CarrierFault("no answer in time"));
            assertThat(others.stream().map(CompletableFuture::join)).anyMatch(Dispatch.Busy.class::isInstance);
        }
    }

    @Test
    void a_dropped_connection_tells_everybody_in_the_window_at_once() {
        smsc.answers((number, submit) -> number % 2 == 0 ? new Answer.Taken("id-" + number) : new Answer.Silence());
        try (Rig rig = new Rig(Rig.with(Rig.settings(smsc.port()), Rig.flow(10, NEVER, NEVER))).awaitReady()) {
            List<CompletableFuture<Dispatch>> under = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                under.add(rig.later("m-" + i, "a"));
            }
            Rig.until(() -> smsc.asked() == 10
                    && under.stream().filter(CompletableFuture::isDone).count() == 5);

            smsc.drop();

            assertThat(under.stream().map(CompletableFuture::join))
                    .filteredOn(Dispatch.CarrierFault.class::isInstance)
                    .hasSize(5)
                    .containsOnly(new Dispatch.CarrierFault("connection lost"));
            Rig.until(() -> smsc.binds() == 2 && rig.carrier.ready());
            smsc.answers((number, submit) -> new Answer.Taken("again"));
            assertThat(rig.dispatch("m-11", "a")).isEqualTo(new Dispatch.Handed("again"));
        }
    }

    @Test
    void a_restarted_message_centre_is_found_again() {
        try (Rig rig = new Rig(Rig.settings(smsc.port())).awaitReady()) {
            smsc.stop();
            Rig.until(() -> !rig.carrier.ready());
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.CarrierFault.class);
            Rig.until(() -> rig.losses.contains("ConnectException"));
            smsc.start();
            rig.awaitReady();
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.Handed.class);
        }
    }

    @Test
    void a_refused_bind_is_tried_until_it_is_taken() {
        smsc.answersBinds(SMPPConstant.STAT_ESME_RINVPASWD);
        try (Rig rig = new Rig(Rig.settings(smsc.port()))) {
            assertThat(Rig.next(rig.losses)).isEqualTo("bind: ESME_RINVPASWD 0x0000000e");
            assertThat(rig.carrier.ready()).isFalse();
            smsc.answersBinds(SMPPConstant.STAT_ESME_ROK);
            rig.awaitReady();
        }
    }

    @Test
    void each_wait_before_a_new_try_is_twice_as_long_up_to_the_longest() {
        smsc.stop();
        try (Rig rig = new Rig(Rig.settings(smsc.port()))) {
            for (int most : new int[] {10, 20, 40, 50, 50}) {
                assertThat(Rig.next(rig.waits)).isBetween(Duration.ofMillis(most / 2), Duration.ofMillis(most));
            }
            smsc.start();
            rig.awaitReady();
            rig.waits.clear();
            smsc.drop();
            assertThat(Rig.next(rig.waits)).isBetween(Duration.ofMillis(5), Duration.ofMillis(10));
        }
    }

    @Test
    void an_answer_that_comes_too_late_is_nobodys() {
        CountDownLatch goOn = new CountDownLatch(1);
        smsc.answers((number, submit) -> {
            if (number == 0) {
                await(goOn);
            }
            return new Answer.Taken("id-" + number);
        });
        SmppSettings settings = Rig.with(Rig.settings(smsc.port()), Rig.flow(1, Duration.ofMillis(500), NEVER));
        try (Rig rig = new Rig(settings).awaitReady()) {
            assertThat(rig.dispatch("m-1", "a")).isEqualTo(new Dispatch.CarrierFault("no answer in time"));
            goOn.countDown();
            assertThat(rig.dispatch("m-2", "a")).isEqualTo(new Dispatch.Handed("id-1"));
            assertThat(rig.losses).isEmpty();
        }
    }

    @Test
    void a_pair_is_a_transmitter_and_a_receiver() {
        try (Rig rig = new Rig(Rig.with(Rig.settings(smsc.port()), bind(Mode.PAIR, 2))).awaitReady()) {
            Rig.until(() -> smsc.bound().size() == 4);
            assertThat(smsc.bound().values())
                    .containsExactlyInAnyOrder(BindType.BIND_TX, BindType.BIND_TX, BindType.BIND_RX, BindType.BIND_RX);
            for (int i = 0; i < 10; i++) {
                assertThat(rig.dispatch("m-" + i, "a")).isInstanceOf(Dispatch.Handed.class);
            }
        }
    }

    @Test
    void a_transmitter_sends() {
        try (Rig rig = new Rig(Rig.with(Rig.settings(smsc.port()), bind(Mode.TRANSMITTER, 1))).awaitReady()) {
            assertThat(smsc.bound().values()).containsExactly(BindType.BIND_TX);
            assertThat(rig.dispatch("m-1", "a")).isInstanceOf(Dispatch.Handed.class);
        }
    }

    @Test
    void closing_waits_for_answers_then_unbinds() {
        CountDownLatch goOn = new CountDownLatch(1);
        smsc.answers((number, submit) -> {
            await(goOn);
            return new Answer.Taken("id");
        });
        Rig rig = new Rig(Rig.settings(smsc.port())).awaitReady();
        CompletableFuture<Dispatch> under = rig.later("m-1", "a");
        Rig.until(() -> smsc.asked() == 1);
        Thread closing = Thread.ofVirtual().start(rig::close);
        Rig.until(() -> !rig.carrier.ready());
        assertThat(rig.dispatch("m-2", "a")).isEqualTo(new Dispatch.CarrierFault("closed"));
        goOn.countDown();
        assertThat(under.join()).isEqualTo(new Dispatch.Handed("id"));
        join(closing);
        Rig.until(() -> smsc.bound().isEmpty());
        assertThat(smsc.asked()).isEqualTo(1);
        Rig.until(() -> smsc.goodbyes() == 1);
    }

    @Test
    void closing_what_never_connected_ends() {
        smsc.stop();
        Rig rig = new Rig(Rig.settings(smsc.port()));
        Rig.next(rig.losses);
        rig.close();
        assertThat(rig.carrier.ready()).isFalse();
    }

    @Test
    void an_unbind_is_answered_and_bound_again() {
        try (Rig rig = new Rig(Rig.settings(smsc.port())).awaitReady()) {
            smsc.bound().keySet().forEach(session -> session.unbindAndClose());
            assertThat(Rig.next(rig.losses)).isIn("closed by the message centre", "unbound by the message centre");
            Rig.until(() -> smsc.binds() == 2 && rig.carrier.ready());
        }
    }

    @Test
    void a_silent_session_is_asked_whether_it_lives() {
        SmppSettings settings = Rig.with(Rig.settings(smsc.port()), Rig.flow(10, NEVER, Duration.ofMillis(5)));
        try (Rig rig = new Rig(settings).awaitReady()) {
            Rig.until(() -> smsc.enquiries() > 3);
            assertThat(rig.losses).isEmpty();
        }
    }

    @Test
    void a_session_that_does_not_live_is_bound_again() {
        RawPeer peer = new RawPeer(pdu -> pdu.command() == SMPPConstant.CID_BIND_TRANSCEIVER
                ? RawPeer.header(SMPPConstant.CID_BIND_TRANSCEIVER_RESP, 0, pdu.sequence())
                : new byte[0]);
        Duration soon = Duration.ofMillis(100);
        try (peer;
                Rig rig = new Rig(Rig.with(Rig.settings(peer.port()), Rig.flow(10, soon, soon)))) {
            assertThat(Rig.next(rig.losses)).isEqualTo("no answer to enquire_link");
            Rig.next(rig.bound);
            Rig.next(rig.bound);
        }
    }

    @Test
    void throttling_slows_down_and_recovers() {
        TestClock clock = TestClock.atNoon();
        try (Rig rig = new Rig(Rig.settings(smsc.port()), clock).awaitReady()) {
            for (int status : new int[] {SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL}) {
                smsc.answers((number, submit) -> new Answer.Refused(status));
                Dispatch outcome = rig.dispatch("m-1", "a");
                Duration pause = Rig.next(rig.pauses);
                assertThat(outcome).isEqualTo(new Dispatch.Busy(pause));
                assertThat(rig.carrier.ready()).isFalse();
                long asked = smsc.asked();
                assertThat(rig.dispatch("m-2", "a")).isInstanceOf(Dispatch.Busy.class);
                assertThat(smsc.asked()).isEqualTo(asked);

                clock.advance(pause);
                smsc.answers((number, submit) -> new Answer.Taken("id"));
                assertThat(rig.carrier.ready()).isTrue();
                assertThat(rig.dispatch("m-2", "a")).isEqualTo(new Dispatch.Handed("id"));
                clock.advance(Duration.ofSeconds(2));
            }
        }
    }

    private static Bind bind(Mode mode, int sessions) {
        return new Bind(mode, sessions, "countersign", Secret.of("secret"), "");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException ended) {
            throw new AssertionError(ended);
        }
    }
}
