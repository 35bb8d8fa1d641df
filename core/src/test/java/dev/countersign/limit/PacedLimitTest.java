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
import java.util.Optional;
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
    void only_so_many_are_kept_and_one_too_many_waits_until_another_is_whole_again() {
        for (int i = 0; i < 1000; i++) {
            assertThat(through("key" + i)).isTrue();
        }
        assertThat(limit.admit("one too many")).isEqualTo(Optional.of(Duration.ofSeconds(30)));
        assertThat(through("key7")).as("who is known").isTrue();
        now = now.plusSeconds(29);
        assertThat(through("one too many")).isFalse();
        now = now.plusSeconds(1);
        assertThat(through("one too many")).isTrue();
    }

    @Test
    void a_pace_that_lets_nobody_through_is_none() {
        assertThatThrownBy(() -> new Pace(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pace(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
