package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.server.dev.exchange.Declined;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class MessageBellTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Test
    void a_ring_between_a_look_and_the_waiting_is_not_lost() {
        MessageBell bell = new MessageBell(1);
        AtomicInteger looks = new AtomicInteger();

        List<String> found = bell.first(
                () -> {
                    if (looks.incrementAndGet() == 1) {
                        bell.ring();
                        return List.of();
                    }
                    return List.of("message");
                },
                LONG);

        assertThat(found).containsExactly("message");
        assertThat(looks).hasValue(2);
    }

    @Test
    void many_who_wait_each_get_what_they_wait_for() {
        MessageBell bell = new MessageBell(200);
        Queue<Integer> arrived = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<List<Integer>>> waiting = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int mine = i;
            waiting.add(later(
                    bell, () -> arrived.stream().filter(one -> one == mine).toList()));
        }

        for (int i = 0; i < 200; i++) {
            arrived.add(i);
            bell.ring();
        }

        for (int i = 0; i < 200; i++) {
            assertThat(waiting.get(i).join()).containsExactly(i);
        }
    }

    @Test
    void nobody_looks_again_until_it_rings() {
        MessageBell bell = new MessageBell(1);
        AtomicInteger looks = new AtomicInteger();
        CompletableFuture<List<String>> waiting = later(bell, () -> {
            looks.incrementAndGet();
            return List.of();
        });
        while (bell.waiting() < 1) {
            Thread.onSpinWait();
        }

        assertThat(looks).hasValue(1);
        bell.close();
        waiting.join();
        assertThat(looks).hasValue(2);
    }

    @Test
    void no_more_wait_than_there_are_places_for_and_places_are_given_back() {
        MessageBell bell = new MessageBell(1);
        Queue<String> arrived = new ConcurrentLinkedQueue<>();
        CompletableFuture<List<String>> waiting = later(bell, () -> List.copyOf(arrived));
        while (bell.waiting() < 1) {
            Thread.onSpinWait();
        }

        assertThatThrownBy(() -> bell.first(List::of, LONG))
                .asInstanceOf(InstanceOfAssertFactories.type(Declined.class))
                .extracting(declined -> declined.problem().status())
                .isEqualTo(503);
        assertThat(bell.first(List::of, Duration.ZERO)).isEmpty();

        arrived.add("message");
        bell.ring();
        assertThat(waiting.join()).containsExactly("message");
        assertThat(bell.first(List::of, Duration.ofMillis(1))).isEmpty();
    }

    private static <T> CompletableFuture<List<T>> later(MessageBell bell, java.util.function.Supplier<List<T>> look) {
        CompletableFuture<List<T>> found = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> found.complete(bell.first(look, LONG)));
        return found;
    }
}
