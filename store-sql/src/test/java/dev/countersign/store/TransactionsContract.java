package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.store.database.CommitFailed;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.Transactions;
import dev.countersign.store.database.UnitOfWork;
import dev.countersign.testkit.Race;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What group commit promises to each of those who share one.
@Timeout(60)
abstract class TransactionsContract extends SqlContract {
    @Test
    void every_unit_of_a_batch_is_done_but_those_that_throw() {
        List<Throwable> thrown = together(100, n -> handle -> {
            put(handle, "name " + n, "value");
            if (n % 3 == 0) {
                throw new IllegalStateException("unit " + n);
            }
            return n;
        });

        for (int n = 0; n < 100; n++) {
            if (n % 3 == 0) {
                assertThat(thrown.get(n))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("unit " + n);
            } else {
                assertThat(thrown.get(n)).isNull();
            }
        }
        assertThat(rows("setting")).isEqualTo(66);
    }

    @Test
    void a_unit_whose_statement_fails_takes_nobody_with_it() {
        List<Throwable> thrown = together(20, n -> handle -> {
            put(handle, "name " + n, "value");
            return n == 7 ? handle.execute("INSERT INTO no_such_table VALUES (1)") : n;
        });

        assertThat(thrown.get(7)).isNotNull();
        assertThat(thrown).filteredOn(one -> one != null).hasSize(1);
        assertThat(rows("setting")).isEqualTo(19);
    }

    @Test
    void a_unit_alone_in_its_batch_is_taken_back_when_it_throws() {
        assertThatThrownBy(() -> transactions().write(handle -> {
                    put(handle, "a", "b");
                    throw new Refused(new CallRefusal.IdempotencyKeyReused());
                }))
                .isInstanceOf(Refused.class);

        assertThat(rows("setting")).isZero();
        transactions().write(handle -> put(handle, "a", "b"));
        assertThat(rows("setting")).isEqualTo(1);
    }

    @Test
    void when_the_commit_fails_nothing_of_the_batch_was_done_and_everybody_hears() {
        transactions()
                .write(handle -> handle.execute(
                        "CREATE TABLE late (tenant BIGINT REFERENCES tenant (id) DEFERRABLE INITIALLY DEFERRED)"));
        List<Throwable> thrown = together(10, n -> handle -> {
            put(handle, "name " + n, "value");
            // Looked at when the batch commits, not before.
            return n == 5 ? handle.execute("INSERT INTO late (tenant) VALUES (12345)") : n;
        });

        assertThat(thrown).allMatch(CommitFailed.class::isInstance);
        assertThat(rows("setting")).isZero();
        transactions().write(handle -> put(handle, "a", "b"));
        assertThat(rows("setting")).isEqualTo(1);
    }

    @Test
    void a_unit_that_ends_the_transaction_does_not_end_the_store() {
        List<Throwable> thrown = together(10, n -> handle -> {
            put(handle, "name " + n, "value");
            return n == 5 ? handle.execute("ROLLBACK") : n;
        });

        assertThat(thrown).doesNotContainNull();
        assertThat(rows("setting")).isZero();
        transactions().write(handle -> put(handle, "a", "b"));
        assertThat(rows("setting")).isEqualTo(1);
    }

    @Test
    void increments_from_two_processes_are_all_there() {
        transactions().write(handle -> put(handle, "count", "0"));
        Transactions other = sql().databases().getLast().transactions();
        Race.of(
                200,
                n -> (n % 2 == 0 ? transactions() : other).write(Set.of("count", "n" + n), handle -> {
                    int count = Integer.parseInt(value(handle));
                    return put(handle, "count", Integer.toString(count + 1));
                }));

        assertThat(transactions().read(TransactionsContract::value)).isEqualTo("200");
    }

    @Test
    void a_full_queue_refuses_at_once_and_loses_nobody() throws ExecutionException, InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> holding = lanes.submit(() -> transactions().alone(handle -> {
                held.countDown();
                await(free);
                return 0;
            }));
            held.await();
            List<Future<?>> waiting = new ArrayList<>();
            for (int n = 0; n < 10_050; n++) {
                waiting.add(lanes.submit(() -> {
                    Throwable thrown = catchThrowable(() -> transactions().write(handle -> done.incrementAndGet()));
                    if (thrown != null) {
                        assertThat(((Refused) thrown).refusal()).isInstanceOf(CallRefusal.Overloaded.class);
                        if (refused.incrementAndGet() == 50) {
                            free.countDown();
                        }
                    }
                }));
            }
            holding.get();
            for (Future<?> one : waiting) {
                one.get();
            }
        }
        assertThat(refused).hasValue(50);
        assertThat(done).hasValue(10_000);
    }

    @Test
    void closing_finishes_what_is_queued_and_takes_nothing_new() {
        Database database = sql().databases().getLast();
        List<Throwable> thrown = together(database.transactions(), 50, n -> handle -> {
            if (n == 0) {
                Thread.ofVirtual().start(database.transactions()::close);
            }
            return put(handle, "name " + n, "value");
        });

        assertThat(thrown).containsOnlyNulls();
        database.transactions().close();
        assertThatThrownBy(() -> database.transactions().write(handle -> 0)).isInstanceOf(IllegalStateException.class);
    }

    private interface Units {
        UnitOfWork<Integer> unit(int n);
    }

    private List<Throwable> together(int count, Units units) {
        return together(transactions(), count, units);
    }

    /// Runs units in one batch: the writer is held until all of them wait.
    private static List<Throwable> together(Transactions transactions, int count, Units units) {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> transactions.alone(handle -> {
                    held.countDown();
                    await(free);
                    return 0;
                }));
        await(held);
        Throwable[] thrown = new Throwable[count];
        List<Thread> waiting = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            int number = n;
            Thread thread = Thread.ofVirtual().unstarted(() -> {
                thrown[number] = catchThrowable(() -> transactions.write(units.unit(number)));
            });
            thread.start();
            waiting.add(thread);
            // One after the other, so that they stand in the queue in their order.
            while (thread.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        free.countDown();
        waiting.forEach(TransactionsContract::join);
        return Arrays.asList(thrown);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static int put(Handle handle, String name, String value) {
        return handle.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                        + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value);
    }

    private static String value(Handle handle) {
        return handle.createQuery("SELECT value FROM setting WHERE name = 'count'")
                .mapTo(String.class)
                .one();
    }
}
