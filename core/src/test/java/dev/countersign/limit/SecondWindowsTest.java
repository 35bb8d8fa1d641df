package dev.countersign.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecondWindowsTest {
    private Instant now = Instant.parse("2027-01-01T00:00:00.250Z");
    private final SecondWindows windows = new SecondWindows(new LocalLimitStore(), () -> now, false);

    private boolean admitted(SecondWindows by, String key) {
        try {
            by.admit(key, 20);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    @Test
    void the_21st_call_in_a_second_is_refused_until_the_next_begins() {
        for (int i = 0; i < 20; i++) {
            windows.admit("a", 20);
        }
        assertThatThrownBy(() -> windows.admit("a", 20))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new CallRefusal.RateExceeded(21, 20, Duration.ofMillis(750))));
        now = Instant.parse("2027-01-01T00:00:01Z");
        assertThat(admitted(windows, "a")).isTrue();
    }

    @Test
    void keys_are_counted_apart() {
        for (int i = 0; i < 21; i++) {
            admitted(windows, "a");
        }
        assertThat(admitted(windows, "a")).isFalse();
        assertThat(admitted(windows, "b")).isTrue();
    }

    @Test
    void relaxed_refuses_nothing() {
        SecondWindows relaxed = new SecondWindows(new LocalLimitStore(), () -> now, true);
        for (int i = 0; i < 1_000; i++) {
            assertThat(admitted(relaxed, "a")).isTrue();
        }
    }

    @Test
    void a_clock_that_steps_back_opens_no_second_window() {
        for (int i = 0; i < 20; i++) {
            windows.admit("a", 20);
        }
        now = now.minusSeconds(5);
        assertThat(admitted(windows, "a")).isFalse();
    }

    @Test
    void a_limit_is_met_exactly_by_many_callers_at_once() throws InterruptedException, ExecutionException {
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                running.add(callers.submit(() -> {
                    if (admitted(windows, "a")) {
                        passed.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(passed).hasValue(20);
    }

    /// A call that comes late, with a second that is over, is counted in the present one: so no window holds more
    /// than its limit, and all of them together no more than theirs.
    @Test
    void a_limit_is_never_exceeded_while_seconds_pass() throws InterruptedException, ExecutionException {
        LocalLimitStore store = new LocalLimitStore();
        int seconds = 50;
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 100 * seconds; i++) {
                int second = i / 100;
                running.add(callers.submit(() -> {
                    if (store.hit("a", second) <= 20) {
                        passed.incrementAndGet();
                    }
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
        assertThat(passed.get()).isBetween(20, 20 * seconds);
    }
}
