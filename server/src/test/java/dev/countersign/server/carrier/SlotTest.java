package dev.countersign.server.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.Dispatch;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// How one carrier takes the place of another.
class SlotTest {
    private final Slot slot = new Slot("acme", Duration.ofSeconds(30));

    @Test
    void an_empty_place_is_not_ready_and_asks_to_come_back() {
        assertThat(slot.ready()).isFalse();
        assertThat(slot.dispatch(Letters.sms("m"))).isInstanceOf(Dispatch.Busy.class);
        assertThat(slot.name()).isEqualTo("acme");
    }

    @Test
    void a_carrier_answers_what_it_was_handed_before_it_is_closed_and_the_next_one_made() throws Exception {
        HeldCarrier old = new HeldCarrier("acme");
        HeldCarrier next = HeldCarrier.open("acme");
        slot.put(() -> old);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Dispatch> underWay = threads.submit(() -> slot.dispatch(Letters.sms("before")));
            assertThat(old.entered.await(10, TimeUnit.SECONDS)).isTrue();
            Future<?> replaced = threads.submit(() -> slot.put(() -> {
                assertThat(old.closed)
                        .as("the old one, when the next one is made")
                        .hasValue(1);
                return next;
            }));
            Patience.until("not ready", () -> !slot.ready());
            assertThat(slot.dispatch(Letters.sms("meanwhile"))).isInstanceOf(Dispatch.Busy.class);
            assertThat(old.closed).hasValue(0);
            assertThat(replaced.isDone()).isFalse();
            old.answer.countDown();
            assertThat(underWay.get(10, TimeUnit.SECONDS)).isEqualTo(new Dispatch.Handed("before"));
            replaced.get(10, TimeUnit.SECONDS);
        }
        assertThat(old.closedWhileBusy).hasValue(0);
        assertThat(slot.dispatch(Letters.sms("after"))).isEqualTo(new Dispatch.Handed("after"));
        assertThat(slot.ready()).isTrue();
        slot.close();
        assertThat(next.closed).hasValue(1);
        assertThat(slot.ready()).isFalse();
    }

    @Test
    void a_carrier_that_never_answers_is_not_waited_for_for_ever() throws Exception {
        Slot impatient = new Slot("acme", Duration.ofMillis(1));
        HeldCarrier stuck = new HeldCarrier("acme");
        impatient.put(() -> stuck);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Dispatch> underWay = threads.submit(() -> impatient.dispatch(Letters.sms("m")));
            assertThat(stuck.entered.await(10, TimeUnit.SECONDS)).isTrue();
            impatient.put(() -> HeldCarrier.open("acme"));
            assertThat(stuck.closed).hasValue(1);
            assertThat(impatient.ready()).isTrue();
            stuck.answer.countDown();
            underWay.get(10, TimeUnit.SECONDS);
        }
    }
}
