package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testkit.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Turns by a clock that a test moves.
final class PaceTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private final TestClock clock = TestClock.atNoon();

    @Test
    void without_a_rate_nobody_waits() {
        Pace pace = new Pace(clock, 0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(pace.take(LONG)).contains(Duration.ZERO);
        }
    }

    @Test
    void a_rate_spreads_turns_evenly() {
        Pace pace = new Pace(clock, 10);
        assertThat(pace.take(LONG)).contains(Duration.ZERO);
        assertThat(pace.take(LONG)).contains(Duration.ofMillis(100));
        assertThat(pace.take(LONG)).contains(Duration.ofMillis(200));
        clock.advance(Duration.ofMillis(250));
        assertThat(pace.take(LONG)).contains(Duration.ofMillis(50));
        clock.advance(LONG);
        assertThat(pace.take(LONG)).contains(Duration.ZERO);
        assertThat(pace.take(LONG)).contains(Duration.ofMillis(100));
    }

    @Test
    void who_would_wait_too_long_takes_no_turn() {
        Pace pace = new Pace(clock, 1);
        assertThat(pace.take(Duration.ofSeconds(1))).contains(Duration.ZERO);
        assertThat(pace.take(Duration.ofSeconds(1))).contains(Duration.ofSeconds(1));
        assertThat(pace.take(Duration.ofSeconds(1))).isEmpty();
        assertThat(pace.ahead()).isEqualTo(Duration.ofSeconds(2));
        clock.advance(Duration.ofSeconds(1));
        assertThat(pace.take(Duration.ofSeconds(1))).contains(Duration.ofSeconds(1));
    }

    @Test
    void complaints_in_a_row_double_the_pause_and_an_acceptance_ends_the_row() {
        Pace pace = new Pace(clock, 100);
        Duration first = pace.throttled().orElseThrow();
        assertThat(pace.throttled()).as("within the pause").isEmpty();
        clock.advance(first);
        assertThat(pace.throttled()).contains(first.multipliedBy(2));
        clock.advance(first.multipliedBy(2));
        pace.accepted();
        assertThat(pace.throttled()).contains(first);
        for (int i = 0; i < 20; i++) {
            clock.advance(LONG.multipliedBy(2));
            assertThat(pace.throttled().orElseThrow()).isLessThanOrEqualTo(Duration.ofSeconds(15));
        }
    }

    @Test
    void a_complaint_halves_the_rate_that_was_borne() {
        Pace pace = new Pace(clock, 0);
        for (int i = 0; i < 100; i++) {
            pace.accepted();
        }
        clock.advance(Duration.ofSeconds(1));
        clock.advance(pace.throttled().orElseThrow());
        assertThat(pace.take(LONG)).contains(Duration.ZERO);
        Duration next = pace.take(LONG).orElseThrow();
        assertThat(next).isBetween(Duration.ofMillis(18), Duration.ofMillis(21));
    }

    @Test
    void time_without_a_complaint_brings_the_rate_back() {
        Pace pace = new Pace(clock, 100);
        for (int i = 0; i < 100; i++) {
            pace.accepted();
        }
        clock.advance(pace.throttled().orElseThrow());
        assertThat(wait(pace)).isBetween(Duration.ofMillis(19), Duration.ofMillis(20));
        clock.advance(Duration.ofSeconds(3));
        assertThat(wait(pace)).isBetween(Duration.ofMillis(13), Duration.ofMillis(16));
        clock.advance(Duration.ofSeconds(10));
        assertThat(wait(pace)).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void without_an_agreed_rate_a_complaint_is_forgotten_in_time() {
        Pace pace = new Pace(clock, 0);
        clock.advance(pace.throttled().orElseThrow());
        assertThat(wait(pace)).isEqualTo(Duration.ofSeconds(1));
        clock.advance(Duration.ofSeconds(20));
        assertThat(wait(pace)).isZero();
    }

    @Test
    void a_clock_that_is_put_back_stops_nobody() {
        Pace pace = new Pace(clock, 1);
        pace.take(LONG);
        pace.throttled();
        clock.set(clock.instant().minus(Duration.ofHours(1)));
        assertThat(pace.paused()).isZero();
        assertThat(pace.take(LONG)).contains(Duration.ZERO);
    }

    /// How long after one turn the next one is.
    private Duration wait(Pace pace) {
        Duration turn = pace.take(LONG).orElseThrow();
        Duration next = pace.take(LONG).orElseThrow();
        return next.minus(turn);
    }
}
