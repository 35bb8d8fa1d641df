package dev.countersign.delivery.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Letters;
import dev.countersign.delivery.Message;
import dev.countersign.testkit.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PacedCarrierTest {
    private static final Message MESSAGE = Letters.text("482913");

    private final TestClock clock = TestClock.atNoon();
    private final ScriptedCarrier inner = new ScriptedCarrier();

    private PacedCarrier paced(double perSecond, int burst, Duration patience) {
        return new PacedCarrier(inner, new Pace(perSecond, burst, patience), clock, clock::advance);
    }

    @Test
    void messages_come_no_faster_than_the_pace() {
        PacedCarrier carrier = paced(10, 1, Duration.ofSeconds(1));
        Instant start = clock.instant();
        for (int i = 0; i < 31; i++) {
            assertThat(carrier.dispatch(MESSAGE)).isInstanceOf(Dispatch.Handed.class);
        }
        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void a_pause_allows_a_burst_and_no_more() {
        PacedCarrier carrier = paced(10, 5, Duration.ofSeconds(1));
        clock.advance(Duration.ofHours(1));
        Instant start = clock.instant();
        for (int i = 0; i < 5; i++) {
            carrier.dispatch(MESSAGE);
        }
        assertThat(clock.instant()).isEqualTo(start);
        carrier.dispatch(MESSAGE);
        assertThat(Duration.between(start, clock.instant())).isEqualTo(Duration.ofMillis(100));
    }

    /// Time stands still for those who wait here, so that all come at once.
    @Test
    void who_would_wait_too_long_is_put_back_and_takes_no_turn() {
        List<Duration> waits = new ArrayList<>();
        PacedCarrier carrier = new PacedCarrier(inner, new Pace(10, 1, Duration.ofMillis(200)), clock, waits::add);
        List<Dispatch> results = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            results.add(carrier.dispatch(MESSAGE));
        }
        assertThat(waits).containsExactly(Duration.ofMillis(100), Duration.ofMillis(200));
        assertThat(results.subList(0, 3)).allMatch(Dispatch.Handed.class::isInstance);
        assertThat(results.subList(3, 5)).containsOnly(new Dispatch.Busy(Duration.ofMillis(300)));
        assertThat(inner.given()).isEqualTo(3);
        clock.advance(Duration.ofMillis(300));
        assertThat(carrier.dispatch(MESSAGE)).isInstanceOf(Dispatch.Handed.class);
    }

    @Test
    void who_is_stopped_while_waiting_hands_nothing_over() {
        PacedCarrier carrier = new PacedCarrier(inner, new Pace(10, 1, Duration.ofSeconds(1)), clock, span -> {
            throw new InterruptedException();
        });
        carrier.dispatch(MESSAGE);
        assertThat(carrier.dispatch(MESSAGE)).isInstanceOf(Dispatch.Busy.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(inner.given()).isEqualTo(1);
    }

    /// In no second are there more than a second's worth and one burst.
    @Test
    void no_second_holds_more_than_it_should() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        PacedCarrier carrier = paced(20, 4, Duration.ofMillis(100));
        List<Instant> given = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(8) == 0 ? random.nextInt(600) : random.nextInt(20)));
            if (carrier.dispatch(MESSAGE) instanceof Dispatch.Handed) {
                given.add(clock.instant());
            }
        }
        for (int i = 24; i < given.size(); i++) {
            assertThat(Duration.between(given.get(i - 24), given.get(i)))
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void settings_without_sense_are_refused() {
        assertThatThrownBy(() -> new Pace(0, 1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(Double.NaN, 1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, 0, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, 1, Duration.ofMinutes(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Pace.of(50)).isEqualTo(new Pace(50, 5, Duration.ofSeconds(1)));
    }
}
