package dev.countersign.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Secret PASSWORD = Secret.of("p4ssw0rd!");

    /// A hash that takes as long as the test wants, and counts how many run beside each other.
    private static final class Gated implements PasswordHasher {
        private final CountDownLatch gate = new CountDownLatch(1);
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final CountDownLatch two = new CountDownLatch(2);

        @Override
        public String hash(Secret password) {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            two.countDown();
            try {
                gate.await();
                return "hashed";
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            } finally {
                running.decrementAndGet();
            }
        }

        @Override
        public boolean verify(Secret password, String hash) {
            return hash.equals("hashed");
        }
    }

    @Test
    void two_run_at_once_three_wait_and_the_next_is_refused() throws InterruptedException, ExecutionException {
        Gated hasher = new Gated();
        Passwords passwords = new Passwords(hasher, 2, 3);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> accepted = new ArrayList<>();
            accepted.add(callers.submit(() -> passwords.hash(PASSWORD)));
            accepted.add(callers.submit(() -> passwords.hash(PASSWORD)));
            hasher.two.await();
            List<Future<Boolean>> more = new ArrayList<>();
            AtomicInteger refused = new AtomicInteger();
            CountDownLatch atLeastSeven = new CountDownLatch(7);
            for (int i = 0; i < 10; i++) {
                more.add(callers.submit(() -> {
                    try {
                        passwords.hash(PASSWORD);
                        return true;
                    } catch (Refused full) {
                        assertThat(full.refusal()).isInstanceOf(CallRefusal.Overloaded.class);
                        refused.incrementAndGet();
                        atLeastSeven.countDown();
                        return false;
                    }
                }));
            }
            atLeastSeven.await();
            hasher.gate.countDown();
            for (Future<String> one : accepted) {
                assertThat(one.get()).isEqualTo("hashed");
            }
            for (Future<Boolean> one : more) {
                one.get();
            }
            assertThat(refused).hasValue(7);
            assertThat(hasher.most).hasValue(2);
        }
    }

    @Test
    void a_failing_hash_gives_its_place_back() {
        PasswordHasher failing = new PasswordHasher() {
            @Override
            public String hash(Secret password) {
                throw new IllegalArgumentException("no");
            }

            @Override
            public boolean verify(Secret password, String hash) {
                return false;
            }
        };
        Passwords passwords = new Passwords(failing, 1, 1);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> passwords.hash(PASSWORD)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void a_password_is_never_printed() {
        assertThat(PASSWORD.toString()).isEqualTo("******");
    }
}
