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
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

final class TriesTest {
    private static final long UIN = 101_000_000_001L;

    private Instant now = Instant.parse("2027-01-01T00:00:00Z");
    /// An address as `site/source/host`.
    private final Tries tries = new Tries(
            () -> now, new Tries.Networks(TriesTest::withoutLast, address -> withoutLast(withoutLast(address))));

    private static String withoutLast(String address) {
        int end = address.lastIndexOf('/');
        return end < 0 ? address : address.substring(0, end);
    }

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
            assertThat(tries.admit("192.0.2.1", UIN)).contains(Duration.ofSeconds(60));
        }
        for (int i = 0; i < 10; i++) {
            assertThat(tries.admit("192.0.2." + (10 + i), UIN)).isEmpty();
        }
    }

    @Test
    void a_site_that_goes_through_names_with_a_network_for_each_tries_sixty() throws Exception {
        assertThat(passed(
                        5000,
                        n -> tries.admit("site/" + n % 2500 + "/" + n, UIN + n).isEmpty()))
                .isEqualTo(60);
        assertThat(tries.admit("site/another/host", UIN)).contains(Duration.ofSeconds(40));
        assertThat(tries.admit("other/network/host", UIN)).as("another site").isEmpty();
    }

    @Test
    void one_source_leaves_tries_to_the_others_of_its_site() {
        for (int second = 0; second < 3600; second++) {
            tries.admit("site/loud/" + second, UIN + second);
            now = now.plusSeconds(1);
        }
        for (int i = 0; i < 20; i++) {
            assertThat(tries.admit("site/quiet/host", UIN - i)).isEmpty();
        }
    }

    @Test
    void a_flood_of_names_from_many_sites_locks_nobody_out_and_ends_no_wait() {
        for (int i = 0; i < 10; i++) {
            tries.admit("victim" + i + "/network/host", UIN);
        }
        int name = 0;
        for (int site = 0; site < 2000; site++) {
            for (int i = 0; i < 60; i++) {
                name++;
                assertThat(tries.admit(site + "/" + i % 3 + "/host", 5_000_000 + name))
                        .isEmpty();
            }
        }
        assertThat(tries.admit("new/network/host", UIN + 1))
                .as("a further name")
                .isEmpty();
        assertThat(tries.admit("new/network/host", UIN)).as("the wait").contains(Duration.ofSeconds(30));
    }

    /// How many of somebody's tries pass in an hour, who tries every 40 seconds, while others try before each of them.
    private int passedBeside(IntConsumer others) {
        int passed = 0;
        for (int second = 0; second < 5 * 3600; second++) {
            others.accept(second);
            if (second >= 4 * 3600 && second % 40 == 0) {
                passed += tries.admit("quiet/" + second + "/host", UIN).isEmpty() ? 1 : 0;
            }
            now = now.plusSeconds(1);
        }
        return passed;
    }

    @Test
    void one_source_does_not_take_every_try_of_a_name() {
        assertThat(passedBeside(second -> tries.admit("loud/network/" + second, UIN)))
                .isGreaterThan(40);
    }

    @Test
    void one_site_does_not_take_every_try_of_a_name() {
        assertThat(passedBeside(second -> tries.admit("loud/" + second % 2500 + "/host", UIN)))
                .isGreaterThan(20);
    }
}
