package dev.countersign.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

final class TriesTest {
    private static final long UIN = 101_000_000_001L;

    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    private final Tries tries = new Tries(() -> now, source -> source);

    private static long passed(int guesses, IntPredicate guess) throws InterruptedException, ExecutionException {
        long passed = 0;
        try (ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < guesses; i++) {
                int n = i;
                running.add(guessers.submit(() -> guess.test(n)));
            }
            for (Future<Boolean> one : running) {
                passed += one.get() ? 1 : 0;
            }
        }
        return passed;
    }

    @Test
    void one_source_that_goes_through_many_names_at_once_tries_twenty() throws Exception {
        assertThat(passed(1000, n -> tries.admit("192.0.2.1", UIN + n).isEmpty()))
                .isEqualTo(20);
        assertThat(tries.admit("192.0.2.2", UIN)).as("another source").isEmpty();
    }

    @Test
    void many_sources_that_guess_at_one_name_at_once_try_ten() throws Exception {
        assertThat(passed(
                        1000,
                        n -> tries.admit("10.0." + n / 256 + "." + n % 256, UIN).isEmpty()))
                .isEqualTo(10);
        assertThat(tries.admit("192.0.2.2", UIN + 1)).as("another name").isEmpty();
    }

    @Test
    void a_source_that_is_held_back_uses_up_nobody_s_name() {
        for (int i = 0; i < 100; i++) {
            tries.admit("192.0.2.1", UIN + 1000 + i);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(tries.admit("192.0.2.1", UIN)).contains(Duration.ofSeconds(30));
        }
        for (int i = 0; i < 10; i++) {
            assertThat(tries.admit("192.0.2." + (10 + i), UIN)).isEmpty();
        }
    }
}
