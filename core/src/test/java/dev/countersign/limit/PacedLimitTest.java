package dev.countersign.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.limit.PacedLimit.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PacedLimitTest {
    private static final Pace PACE = new Pace(10, Duration.ofSeconds(30));

    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private final PacedLimit limit = new PacedLimit(PACE, 1000, () -> now);

    private boolean through(String key) {
        return limit.admit(key).isEmpty();
    }

    @Test
    void ten_come_through_at_once_and_then_one_every_thirty_seconds() {
        for (int i = 0; i < 10; i++) {
            assertThat(through("a")).isTrue();
        }
        assertThat(limit.admit("a")).contains(Duration.ofSeconds(30));
        now = now.plusSeconds(29);
        assertThat(limit.admit("a")).contains(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(through("a")).isTrue();
        assertThat(limit.admit("a")).contains(Duration.ofSeconds(30));
        now = now.plusSeconds(300);
        for (int i = 0; i < 10; i++) {
            assertThat(through("a")).as("whole again").isTrue();
        }
        assertThat(through("a")).isFalse();
    }

    @Test
    void keys_are_counted_apart_and_who_is_refused_is_not_counted() {
        for (int i = 0; i < 100; i++) {
            through("a");
        }
        assertThat(through("b")).isTrue();
        now = now.plusSeconds(30);
        assertThat(through("a")).isTrue();
    }

    @Test
    void of_many_at_one_instant_exactly_ten_come_through() throws InterruptedException, ExecutionException {
        int passed = 0;
        try (ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < 2000; i++) {
                running.add(guessers.submit(() -> through("a")));
            }
            for (Future<Boolean> one : running) {
                passed += one.get() ? 1 : 0;
            }
        }
        assertThat(passed).isEqualTo(10);
    }

    @Test
    void in_no_span_of_time_do_more_come_through_than_the_pace_allows() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Deque<Instant> passed = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            now = now.plusMillis(random.nextInt(20_000));
            if (through("a")) {
                passed.addLast(now);
            }
            while (passed.size() > 11) {
                passed.removeFirst();
            }
            if (passed.size() == 11) {
                assertThat(Duration.between(passed.getFirst(), passed.getLast()))
                        .as("eleven in a row, seed %s", seed)
                        .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
            }
        }
    }

    @Test
    void a_clock_that_is_set_back_keeps_nobody_out_for_longer_than_the_whole() {
        for (int i = 0; i < 10; i++) {
            through("a");
        }
        now = now.minus(Duration.ofDays(365));
        assertThat(limit.admit("a")).contains(Duration.ofSeconds(30));
        now = now.plusSeconds(30);
        assertThat(through("a")).isTrue();
    }

    @Test
    void a_flood_of_keys_keeps_no_further_one_out_and_takes_no_count_of_who_has_used_up_more() {
        for (int i = 0; i < 11; i++) {
            through("a");
        }
        for (int i = 0; i < 9; i++) {
            through("b");
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(through("key" + i)).as("key %s", i).isTrue();
        }
        assertThat(through("a")).as("it has used up everything").isFalse();
        assertThat(through("b")).as("its tenth").isTrue();
        assertThat(through("b")).as("its eleventh").isFalse();
        assertThat(through("one too many")).isTrue();
        now = now.plusSeconds(30);
        assertThat(through("a")).isTrue();
        assertThat(through("a")).isFalse();
    }

    @Test
    void where_there_are_too_many_the_one_that_has_used_up_least_is_forgotten() {
        for (int i = 0; i < 1000; i++) {
            through("key" + i);
            through("key" + i);
        }
        through("once");
        through("another");
        assertThat(passes("key500", 10)).as("kept").isEqualTo(8);
        assertThat(passes("once", 20)).as("forgotten").isEqualTo(10);
    }

    private int passes(String key, int tries) {
        int passed = 0;
        for (int i = 0; i < tries; i++) {
            passed += through(key) ? 1 : 0;
        }
        return passed;
    }

    @Test
    void a_pace_that_lets_nobody_through_is_none() {
        assertThatThrownBy(() -> new Pace(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
