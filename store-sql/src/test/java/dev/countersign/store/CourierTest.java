package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.delivery.Bell;
import dev.countersign.delivery.Courier;
import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.Desk;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Drains;
import dev.countersign.delivery.DueMessage;
import dev.countersign.delivery.History;
import dev.countersign.delivery.Lanes;
import dev.countersign.delivery.Outbox;
import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.Route;
import dev.countersign.delivery.Routes;
import dev.countersign.delivery.Shares;
import dev.countersign.delivery.Templates;
import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.Installation;
import dev.countersign.testkit.TestClock;
import dev.countersign.verification.Verification;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The courier over a real outbox, with carriers that are played.
@Timeout(60)
final class CourierTest extends SqlContract {
    private final PlayedCarrier one = new PlayedCarrier("one");
    private final PlayedCarrier two = new PlayedCarrier("two");
    private final List<RuntimeException> faults = new ArrayList<>();
    private final List<String> watched = new ArrayList<>();
    private final ExecutorService dispatchers = Executors.newVirtualThreadPerTaskExecutor();
    private final Bell bell = new Bell();
    private volatile Routes routes = new Routes(List.of(route(one, 1, "852"), route(two, 2, "852")));

    @Override
    protected Installation install(TestClock time) {
        return Databases.sqlite(time);
    }

    @AfterEach
    void ends() {
        dispatchers.close();
    }

    @Test
    void a_carriers_fault_goes_to_the_next_carrier_at_once() {
        one.answer = message -> new Dispatch.CarrierFault("down");
        Verification sent = sends(1).getFirst();
        courier().round();

        assertThat(history(sent).dispatches())
                .extracting(History.Handing::carrier, History.Handing::result)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("one", "carrier-fault"),
                        org.assertj.core.groups.Tuple.tuple("two", "handed"));
        assertThat(history(sent).state()).isEqualTo("handed");
        assertThat(watched).containsExactly("fault one", "handed two");
    }

    @Test
    void a_carrier_that_throws_has_failed_and_the_fault_is_told() {
        one.answer = message -> {
            throw new IllegalStateException("broken");
        };
        sends(1);
        courier().round();

        assertThat(two.handed).hasSize(1);
        assertThat(faults).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_batch_of_which_most_has_ended_is_not_taken_for_the_last_one() {
        sends(250);
        later(VerificationPolicy.LONGEST_LIFETIME.minusSeconds(1));
        sends(250);
        later(Duration.ofSeconds(1));

        assertThat(courier().round()).as("more behind it").isTrue();
        assertThat(one.handed).hasSize(6);
        assertThat(courier().round()).isTrue();
        assertThat(one.handed).hasSize(250);
        assertThat(courier().round()).isFalse();
    }

    @Test
    void a_destinations_fault_goes_nowhere_else() {
        one.answer = message -> new Dispatch.DestinationFault("no such number");
        Verification sent = sends(1).getFirst();
        courier().round();
        later(Duration.ofMinutes(1));
        courier().round();

        assertThat(two.handed).isEmpty();
        assertThat(one.handed).hasSize(1);
        assertThat(history(sent).state()).isEqualTo("failed");
    }

    @Test
    void when_all_have_failed_all_are_asked_again_with_longer_and_longer_rests() {
        one.answer = message -> new Dispatch.CarrierFault("down");
        two.answer = message -> new Dispatch.CarrierFault("down");
        sends(1);
        List<Integer> secondsOfTries = new ArrayList<>();
        for (int second = 0; second < 120; second++) {
            int before = one.handed.size();
            courier().round();
            if (one.handed.size() > before) {
                secondsOfTries.add(second);
            }
            later(Duration.ofSeconds(1));
        }

        assertThat(secondsOfTries).containsExactly(0, 1, 3, 7, 15, 31, 63);
        assertThat(two.handed).hasSameSizeAs(one.handed);
    }

    @Test
    void who_may_have_it_is_asked_again_and_nobody_else_meanwhile() {
        two.answer = message -> new Dispatch.CarrierFault("the answer did not come", true);
        one.ready = false;
        sends(1);
        courier().round();
        one.ready = true;
        two.answer = message -> new Dispatch.Handed(message.id());
        later(Duration.ofSeconds(1));
        courier().round();

        assertThat(one.handed).isEmpty();
        assertThat(two.handed)
                .hasSize(2)
                .extracting(message -> message.id())
                .containsOnly(two.handed.peek().id());
    }

    @Test
    void who_may_have_it_but_is_gone_does_not_keep_it() {
        one.answer = message -> new Dispatch.CarrierFault("the answer did not come", true);
        sends(1);
        courier().round();
        assertThat(two.handed).isEmpty();
        one.ready = false;
        later(Duration.ofSeconds(1));
        courier().round();

        assertThat(two.handed).hasSize(1);
    }

    @Test
    void a_busy_carrier_has_not_failed_and_keeps_its_messages() {
        one.answer = message -> new Dispatch.Busy(Duration.ofSeconds(3));
        Verification sent = sends(1).getFirst();
        courier().round();
        assertThat(history(sent).dispatches()).isEmpty();
        assertThat(two.handed).isEmpty();
        one.answer = message -> new Dispatch.Handed("r");
        later(Duration.ofSeconds(3));
        courier().round();

        assertThat(history(sent).dispatches())
                .singleElement()
                .satisfies(hand -> assertThat(hand.number()).isEqualTo(1));
        assertThat(watched).containsExactly("busy one", "handed one");
    }

    @Test
    void what_has_ended_is_recorded_and_not_handed_over() {
        Verification sent = sends(1).getFirst();
        later(Duration.ofMinutes(10));
        courier().round();

        assertThat(one.handed).isEmpty();
        assertThat(history(sent).state()).isEqualTo("expired");
        assertThat(watched).containsExactly("expired 1");
    }

    @Test
    void messages_leave_in_the_order_in_which_they_are_due() {
        one.window = 1;
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < 50; n++) {
            send(Given.demand(Given.registration(Given.phone(n))), code(n));
            expected.add(code(n).secret().reveal());
            later(Duration.ofMillis(1));
        }
        courier().round();

        assertThat(one.texts()).containsExactlyElementsOf(expected);
    }

    @Test
    void a_drained_carrier_gets_nothing_until_that_is_ended() {
        drain("one", true);
        sends(1);
        courier().round();
        assertThat(one.handed).isEmpty();
        assertThat(two.handed).hasSize(1);
        drain("two", true);
        Verification sent = send(Given.demand(Given.registration(Given.phone(99))), code(99));
        Courier courier = courier();
        courier.round();
        assertThat(history(sent).state()).isEqualTo("due");
        drain("two", false);
        later(Duration.ofSeconds(2));
        courier().round();

        assertThat(two.handed).hasSize(2);
        assertThat(history(sent).dispatches()).hasSize(1);
    }

    @Test
    void a_carrier_that_hangs_holds_nobody_elses_messages_back() {
        CountDownLatch hanging = new CountDownLatch(1);
        one.hangsOn(hanging);
        routes = new Routes(List.of(route(one, 1, "852"), route(two, 1, "86")));
        sends(1500);
        try (Courier courier = courier()) {
            courier.start();
            await(() -> one.handed.size() == 200);
            for (int n = 0; n < 100; n++) {
                send(Given.demand(Given.registration(new PhoneNumber("86", "1390000" + (1000 + n)))), code(n));
                bell.wake();
            }
            await(() -> two.handed.size() == 100);
            assertThat(one.handed).hasSize(200);
            hanging.countDown();
            await(() -> {
                if (leased() == 0) {
                    // What found no room rests for two seconds.
                    later(Duration.ofSeconds(2));
                    bell.wake();
                    await(() -> leased() > 0 || outgoing() == 0);
                }
                return outgoing() == 0;
            });
        }
        assertThat(one.handed.stream().map(message -> message.id()).distinct()).hasSize(1500);
        assertThat(one.handed).hasSize(1500);
    }

    @Test
    void a_lease_that_runs_out_while_a_carrier_thinks_brings_no_second_hand_over() {
        CountDownLatch hanging = new CountDownLatch(1);
        one.hangsOn(hanging);
        sends(3);
        try (Courier courier = courier()) {
            courier.start();
            await(() -> one.handed.size() == 3);
            for (int n = 0; n < 20; n++) {
                later(Duration.ofSeconds(25));
                bell.wake();
                Thread.onSpinWait();
            }
            hanging.countDown();
            await(() -> outgoing() == 0);
        }

        assertThat(one.handed).hasSize(3);
    }

    @Test
    void a_message_waits_for_its_only_carrier_to_be_ready() {
        routes = new Routes(List.of(route(one, 1, "852")));
        one.ready = false;
        sends(1);
        try (Courier courier = courier()) {
            courier.start();
            await(() -> leased() == 1);
            assertThat(one.handed).isEmpty();
            one.ready = true;
            await(() -> outgoing() == 0);
        }

        assertThat(one.handed).hasSize(1);
    }

    @Test
    void what_waits_for_a_carrier_that_a_reload_takes_away_goes_by_the_new_routes() {
        routes = new Routes(List.of(route(one, 1, "852")));
        one.ready = false;
        sends(5);
        try (Courier courier = courier()) {
            courier.start();
            await(() -> leased() == 5);
            routes = new Routes(List.of(route(two, 1, "852")));
            await(() -> outgoing() == 0);
        }

        assertThat(two.handed).hasSize(5);
        assertThat(one.handed).isEmpty();
    }

    @Test
    void closing_waits_for_what_is_under_way_and_gives_back_what_waits() {
        CountDownLatch hanging = new CountDownLatch(1);
        one.hangsOn(hanging);
        one.window = 2;
        routes = new Routes(List.of(route(one, 1, "852")));
        sends(5);
        Courier courier = courier();
        courier.start();
        await(() -> one.handed.size() == 2 && leased() == 5);
        Thread closing = Thread.ofVirtual().start(courier::close);
        await(() -> leased() == 2);
        hanging.countDown();
        join(closing);

        assertThat(one.handed).hasSize(2);
        assertThat(leased()).isZero();
        assertThat(take()).extracting(DueMessage::attempt).containsExactly(0, 0, 0);
    }

    @Test
    void a_result_that_could_not_be_recorded_is_recorded_later() {
        AtomicInteger refusals = new AtomicInteger(3);
        Outbox failing = new Faltering(node().outbox(), refusals);
        Verification sent = sends(1).getFirst();
        courier(failing).round();

        assertThat(refusals).hasValueLessThanOrEqualTo(0);
        assertThat(one.handed).hasSize(1);
        assertThat(history(sent).state()).isEqualTo("handed");
        assertThat(faults).hasSize(3);
    }

    private static Route route(PlayedCarrier carrier, long price, String prefix) {
        return new Route(
                carrier.name(), carrier, new Route.Scope(Set.of(Channel.SMS), Set.of(prefix), Set.of()), 1, price);
    }

    private Courier courier() {
        return courier(node().outbox());
    }

    private Courier courier(Outbox outbox) {
        DeliveryWatch watch = new Watching();
        ((SqlOutbox) node().outbox()).tells(watch);
        Desk desk = new Desk(
                () -> routes, Templates::standard, new Drains(node().drains()), Shares.configured(), new Lanes());
        return new Courier(outbox, desk, bell, new Courier.Surroundings(clock, dispatchers, watch, fault -> {
            synchronized (faults) {
                faults.add(fault);
            }
        }));
    }

    private List<Verification> sends(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> send(Given.demand(Given.registration(Given.phone(n))), code(n)))
                .toList();
    }

    private void drain(String carrier, boolean drained) {
        node().drains()
                .drain(
                        carrier,
                        drained,
                        AuditEntry.own(clock.instant(), Given.TENANT.id(), "carrier.drained", "carrier", Map.of()));
    }

    private History history(Verification verification) {
        return node().history()
                .ofVerification(Given.TENANT.id(), verification.id())
                .getFirst();
    }

    private List<DueMessage> take() {
        return node().outbox().take(10, clock.instant(), Duration.ofSeconds(30));
    }

    private int leased() {
        return transactions()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM message WHERE state = 'leased'")
                        .mapTo(Integer.class)
                        .one());
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /// An outbox that can't record a few times.
    private record Faltering(Outbox behind, AtomicInteger refusals) implements Outbox {
        @Override
        public List<DueMessage> take(int most, Instant now, Duration lease) {
            return behind.take(most, now, lease);
        }

        @Override
        public void renew(List<String> messageIds, Instant until) {
            behind.renew(messageIds, until);
        }

        @Override
        public void settle(List<Settlement> settlements, Instant now) {
            if (refusals.getAndDecrement() > 0) {
                throw new IllegalStateException("not now");
            }
            behind.settle(settlements, now);
        }

        @Override
        public void releaseLeases() {
            behind.releaseLeases();
        }

        @Override
        public long backlog() {
            return behind.backlog();
        }
    }

    private final class Watching implements DeliveryWatch {
        @Override
        public void handed(Leg leg, Duration sinceWritten, Duration took) {
            add("handed " + leg.carrier());
        }

        @Override
        public void busy(Leg leg) {
            add("busy " + leg.carrier());
        }

        @Override
        public void carrierFault(Leg leg, Duration took) {
            add("fault " + leg.carrier());
        }

        @Override
        public void destinationFault(Leg leg, Duration took) {
            add("destination " + leg.carrier());
        }

        @Override
        public void receipt(Leg leg, Receipt.State state, Duration sinceHanded) {
            add(state.name().toLowerCase(Locale.ROOT) + " " + leg.carrier());
        }

        @Override
        public void completed(Leg leg, Duration sinceHanded) {
            add("completed " + leg.carrier());
        }

        @Override
        public void expired(long messages) {
            add("expired " + messages);
        }

        @Override
        public void unknown(long receipts) {
            add("unknown " + receipts);
        }

        private void add(String what) {
            synchronized (watched) {
                watched.add(what);
            }
        }
    }
}
