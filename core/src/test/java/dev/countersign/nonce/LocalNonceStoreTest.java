package dev.countersign.nonce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.nonce.NonceStore.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LocalNonceStoreTest {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private LocalNonceStore store(int all, int ofOne) {
        return new LocalNonceStore(() -> now, Instant.MIN, new LocalNonceStore.Bounds(all, ofOne));
    }

    private Outcome burn(LocalNonceStore store, long tenant, String key, String text) {
        return store.burn(new Nonce(tenant, key, text, now, WINDOW));
    }

    @Test
    void a_nonce_is_fresh_once_for_each_key() {
        LocalNonceStore store = store(100, 100);
        assertThat(burn(store, 1, "a", "n")).isEqualTo(Outcome.FRESH);
        assertThat(burn(store, 1, "a", "n")).isEqualTo(Outcome.USED);
        assertThat(burn(store, 1, "b", "n")).isEqualTo(Outcome.FRESH);
        assertThat(burn(store, 1, "an", "")).isEqualTo(Outcome.FRESH);
    }

    @Test
    void a_live_nonce_is_never_forgotten_and_an_ended_one_makes_room() {
        LocalNonceStore store = store(3, 3);
        Instant signedAhead = now.plus(WINDOW);
        store.burn(new Nonce(1, "a", "ahead", signedAhead, WINDOW));
        assertThat(burn(store, 1, "a", "1")).isEqualTo(Outcome.FRESH);
        assertThat(burn(store, 1, "a", "2")).isEqualTo(Outcome.FRESH);
        assertThat(burn(store, 1, "a", "3")).isEqualTo(Outcome.FULL);
        now = now.plus(WINDOW);
        assertThat(burn(store, 1, "a", "1")).isEqualTo(Outcome.USED);
        assertThat(burn(store, 1, "a", "3")).isEqualTo(Outcome.FULL);
        now = now.plus(Duration.ofMinutes(2));
        assertThat(store.burn(new Nonce(1, "a", "ahead", signedAhead, WINDOW))).isEqualTo(Outcome.USED);
        assertThat(burn(store, 1, "a", "3")).isEqualTo(Outcome.FRESH);
        assertThat(burn(store, 1, "a", "4")).isEqualTo(Outcome.FRESH);
        assertThat(burn(store, 1, "a", "5")).isEqualTo(Outcome.FULL);
    }

    @Test
    void a_tenant_beyond_its_share_leaves_the_others_theirs() {
        LocalNonceStore store = store(10, 2);
        assertThat(burn(store, 1, "a", "1")).isEqualTo(Outcome.FRESH);
        assertThat(burn(store, 1, "a", "2")).isEqualTo(Outcome.FRESH);
        assertThat(burn(store, 1, "b", "3")).isEqualTo(Outcome.FULL);
        assertThat(burn(store, 1, "a", "1")).isEqualTo(Outcome.USED);
        assertThat(burn(store, 2, "c", "3")).isEqualTo(Outcome.FRESH);
    }

    @Test
    void what_was_signed_before_the_start_is_not_taken() {
        LocalNonceStore store = new LocalNonceStore(() -> now, now, LocalNonceStore.Bounds.STANDARD);
        assertThat(store.burn(new Nonce(1, "a", "n", now.minusSeconds(1), WINDOW)))
                .isEqualTo(Outcome.TOO_OLD);
        assertThat(burn(store, 1, "a", "n")).isEqualTo(Outcome.FRESH);
    }

    @Test
    void what_it_held_is_remembered_by_the_next_with_its_end_and_its_share() {
        LocalNonceStore before = store(100, 100);
        burn(before, 1, "a", "early");
        now = now.plus(Duration.ofMinutes(10));
        burn(before, 1, "a", "late");
        burn(before, 2, "b", "late");
        now = now.plus(Duration.ofMinutes(7));
        LocalNonceStore next = store(100, 2);
        before.each(next::remember);
        before.each(next::remember);
        assertThat(next.held()).as("without what has ended, and nothing twice").isEqualTo(2);
        Instant signed = now.minus(Duration.ofMinutes(7));
        assertThat(next.burn(new Nonce(1, "a", "late", signed, WINDOW))).isEqualTo(Outcome.USED);
        assertThat(next.burn(new Nonce(2, "b", "late", signed, WINDOW))).isEqualTo(Outcome.USED);
        assertThat(burn(next, 1, "a", "1")).isEqualTo(Outcome.FRESH);
        assertThat(burn(next, 1, "a", "2")).isEqualTo(Outcome.FULL);
        now = now.plus(Duration.ofMinutes(9)).plusSeconds(1);
        assertThat(burn(next, 1, "a", "2"))
                .as("once the remembered one has ended")
                .isEqualTo(Outcome.FRESH);
    }

    @Test
    void forgets_all_of_a_busy_quarter_of_an_hour_in_time_without_being_asked_for_room() {
        LocalNonceStore store = store(1_000_000, 1_000_000);
        int rate = 50;
        for (int second = 0; second < 3 * 16 * 60; second++) {
            for (int i = 0; i < rate; i++) {
                assertThat(burn(store, 1, "a", second + "-" + i)).isEqualTo(Outcome.FRESH);
            }
            now = now.plusSeconds(1);
        }
        int live = rate * (16 * 60 + 1);
        assertThat(store.held()).isBetween(live, live + live / 4);
    }

    @Test
    void agrees_with_a_set_however_nonces_come_and_end() {
        long seed = 20_261_122;
        Random random = new Random(seed);
        LocalNonceStore store = store(100_000, 100_000);
        Set<String> live = new HashSet<>();
        for (int round = 0; round < 20; round++) {
            for (int i = 0; i < 2_000; i++) {
                String text = Integer.toString(random.nextInt(3_000));
                Outcome expected = live.add(text) ? Outcome.FRESH : Outcome.USED;
                assertThat(burn(store, 1, "a", text)).as("seed %d", seed).isEqualTo(expected);
            }
            if (random.nextInt(3) == 0) {
                now = now.plus(Duration.ofHours(1));
                // What has ended may be remembered still, but what is swept by another's arrival is gone.
                for (int i = 0; i < 4_000; i++) {
                    burn(store, 1, "sweeper", round + "-" + i);
                }
                live.clear();
            }
        }
    }

    @Test
    void of_many_at_the_same_instant_one_is_fresh() throws Exception {
        LocalNonceStore store = store(1_000, 1_000);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Outcome>> same = Stream.<Callable<Outcome>>generate(() -> () -> burn(store, 1, "a", "n"))
                    .limit(64)
                    .toList();
            int fresh = 0;
            for (var outcome : threads.invokeAll(same)) {
                fresh += outcome.get() == Outcome.FRESH ? 1 : 0;
            }
            assertThat(fresh).isEqualTo(1);
        }
        assertThat(store.held()).isEqualTo(1);
    }

    @Test
    void a_million_live_ones_fit_into_the_places_of_64_megabytes() {
        LocalNonceStore store = store(LocalNonceStore.MOST, LocalNonceStore.MOST);
        for (int i = 0; i < LocalNonceStore.MOST; i++) {
            if (burn(store, 1, "a", Integer.toString(i)) != Outcome.FRESH) {
                throw new AssertionError("not fresh: " + i);
            }
        }
        assertThat(burn(store, 1, "a", "one more")).isEqualTo(Outcome.FULL);
        assertThat(burn(store, 1, "a", "0")).isEqualTo(Outcome.USED);
        assertThat(store.bytes()).isLessThanOrEqualTo(64L * 1024 * 1024);
    }
}
