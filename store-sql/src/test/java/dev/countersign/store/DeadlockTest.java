package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.store.database.Transactions;
import dev.countersign.testkit.Race;
import dev.countersign.testkit.TestClock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two processes that wait for each other's rows: PostgreSQL ends one of the two batches, and its units are run
/// again, each by itself.
@Timeout(60)
final class DeadlockTest {
    @Test
    void both_batches_are_done_in_the_end() {
        try (SqlInstallation installation = Databases.postgres(TestClock.atNoon())) {
            List<Transactions> nodes = installation.databases().stream()
                    .map(database -> database.transactions())
                    .toList();
            nodes.getFirst().write(handle -> {
                handle.execute("INSERT INTO setting (name, value) VALUES ('a', '0'), ('b', '0')");
                return 0;
            });
            CountDownLatch bothHaveOne = new CountDownLatch(2);
            AtomicInteger runs = new AtomicInteger();
            Race.of(
                    2,
                    n -> nodes.get(n).write(handle -> {
                        runs.incrementAndGet();
                        add(handle, n == 0 ? "a" : "b");
                        bothHaveOne.countDown();
                        await(bothHaveOne);
                        return add(handle, n == 0 ? "b" : "a");
                    }));

            assertThat(runs).hasValueGreaterThan(2);
            assertThat(nodes.getFirst()
                            .<List<String>>read(handle -> handle.createQuery("SELECT value FROM setting")
                                    .mapTo(String.class)
                                    .list()))
                    .containsExactly("2", "2");
        }
    }

    private static int add(Handle handle, String name) {
        return handle.execute(
                "UPDATE setting SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT) WHERE name = ?", name);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
