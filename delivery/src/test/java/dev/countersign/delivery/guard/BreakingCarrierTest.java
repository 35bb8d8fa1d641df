package dev.countersign.delivery.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Letters;
import dev.countersign.delivery.Message;
import dev.countersign.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BreakingCarrierTest {
    private static final Message MESSAGE = Letters.text("482913");
    private static final Dispatch FAULT = new Dispatch.CarrierFault("status 500");
    private static final Dispatch HANDED = new Dispatch.Handed("1");

    private final TestClock clock = TestClock.atNoon();
    private final ScriptedCarrier inner = new ScriptedCarrier();
    private final BreakingCarrier carrier =
            new BreakingCarrier(inner, new Breaking(10, 4, 50, Duration.ofSeconds(10), 2), clock);

    private void dispatch(Dispatch answer, int times) {
        inner.answers(answer);
        for (int i = 0; i < times; i++) {
            assertThat(carrier.dispatch(MESSAGE)).isEqualTo(answer);
        }
    }

    @Test
    void a_carrier_that_fails_is_left_alone() {
        dispatch(HANDED, 2);
        dispatch(FAULT, 1);
        assertThat(carrier.ready()).isTrue();
        dispatch(FAULT, 1);
        assertThat(carrier.ready()).isFalse();
        int before = inner.given();
        assertThat(carrier.dispatch(MESSAGE)).isEqualTo(new Dispatch.CarrierFault("left alone after failures"));
        assertThat(inner.given()).isEqualTo(before);
    }

    @Test
    void neither_a_number_nor_a_busy_hour_is_a_failure() {
        dispatch(new Dispatch.DestinationFault("21211"), 30);
        dispatch(new Dispatch.Busy(Duration.ofSeconds(1)), 30);
        assertThat(carrier.ready()).isTrue();
        dispatch(HANDED, 1);
    }

    @Test
    void after_its_rest_a_few_try_it_out() {
        dispatch(FAULT, 4);
        clock.advance(Duration.ofSeconds(9));
        assertThat(carrier.ready()).isFalse();
        clock.advance(Duration.ofSeconds(2));
        assertThat(carrier.ready()).isTrue();
        assertThat(carrier.ready()).as("asking uses nothing up").isTrue();
        assertThat(carrier.ready()).isTrue();
        dispatch(HANDED, 2);
        assertThat(carrier.ready()).isTrue();
        dispatch(FAULT, 3);
        assertThat(carrier.ready()).as("its history is forgotten").isTrue();
    }

    @Test
    void one_that_has_not_recovered_rests_again() {
        dispatch(FAULT, 4);
        clock.advance(Duration.ofSeconds(11));
        dispatch(FAULT, 2);
        assertThat(carrier.ready()).isFalse();
        clock.advance(Duration.ofSeconds(11));
        dispatch(new Dispatch.Busy(Duration.ofSeconds(1)), 5);
        assertThat(carrier.ready()).as("a busy answer decides nothing").isTrue();
        dispatch(HANDED, 2);
        dispatch(HANDED, 5);
    }

    @Test
    void what_is_thrown_is_a_failure_too() {
        inner.answers(new Dispatch.CarrierFault("thrown"));
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> carrier.dispatch(MESSAGE)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(carrier.ready()).isFalse();
    }

    @Test
    void it_is_not_readier_than_its_carrier_and_ends_it() {
        assertThat(carrier.name()).isEqualTo("scripted");
        inner.ready(false);
        assertThat(carrier.ready()).isFalse();
        carrier.close();
        assertThat(inner.closed()).isTrue();
    }

    @Test
    void settings_without_sense_are_refused() {
        assertThatThrownBy(() -> new Breaking(10, 11, 50, Duration.ofSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Breaking(10, 1, 0, Duration.ofSeconds(1), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Breaking(10, 1, 50, Duration.ZERO, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
