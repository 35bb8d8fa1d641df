package dev.countersign.store.database;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Runs units of work, many in one commit: callers queue, one thread writes, and nobody hears of success before
/// it is durable (group commit).
public final class Transactions implements AutoCloseable {
    /// How many units may wait.
    private static final int QUEUE = 10_000;

    /// How many share a commit.
    private static final int BATCH = 512;

    private static final Duration FULL = Duration.ofSeconds(1);

    private final Engine engine;
    private final BlockingQueue<Job<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Job<Boolean> stop =
            new Job<>(Set.of(), handle -> true, true, Optional.empty(), new CompletableFuture<>());
    private final Thread writer;
    private volatile Closing closing = Closing.none();
    private volatile Supplier<Optional<String>> trail = Optional::empty;
    private volatile boolean closed;
    private volatile boolean ended;

    Transactions(Engine engine) {
        this.engine = engine;
        this.writer = Thread.ofPlatform().name("store-writer").daemon(true).start(this::work);
    }

    /// Says what is done at the end of every batch from now on: it is known only once the store's keys are.
    public void closeWith(Closing last) {
        this.closing = last;
    }

    /// Says where requests stand in traces, asked in the thread that wants a unit done: messages keep it, see
    /// [Trail].
    public void follow(Supplier<Optional<String>> requests) {
        this.trail = requests;
    }

    /// Does a unit as one step, durable when this returns.
    ///
    /// @throws Refused as overloaded when too many wait already; nothing was done
    /// @throws CommitFailed when the database did not commit
    public <T> T write(UnitOfWork<T> unit) {
        return write(Set.of(), unit);
    }

    /// Does a unit as one step that no other process interleaves with one of a common key. Within a process
    /// units never interleave. The keys are taken before the first unit of a batch, all in one order.
    ///
    /// @param exclusive what the unit decides about, as `destination:…`
    /// @throws Refused as overloaded when too many wait already; nothing was done
    /// @throws CommitFailed when the database did not commit
    public <T> T write(Set<String> exclusive, UnitOfWork<T> unit) {
        return submit(new Job<>(exclusive, unit, false, trail.get(), new CompletableFuture<>()));
    }

    /// Does what can't be part of a transaction, on the connection that writes and while nothing else is
    /// written.
    public <T> T alone(UnitOfWork<T> unit) {
        return submit(new Job<>(Set.of(), unit, true, trail.get(), new CompletableFuture<>()));
    }

    /// Asks beside the writer. Each statement sees what was committed before it began.
    ///
    /// @throws Refused as overloaded when no connection comes free in time
    public <T> T read(UnitOfWork<T> question) {
        return engine.read(question);
    }

    private <T> T submit(Job<T> job) {
        if (closed) {
            throw new IllegalStateException("the store is closed");
        }
        if (!queue.offer(job)) {
            throw new Refused(new CallRefusal.Overloaded(FULL));
        }
        if (ended) {
            refuseRest();
        }
        return job.await();
    }

    private void work() {
        List<Job<?>> taken = new ArrayList<>(BATCH);
        boolean going = true;
        while (going) {
            try {
                taken.add(queue.take());
            } catch (InterruptedException stray) {
                // Only `close` ends this thread: an interrupt must not leave callers waiting.
                continue;
            }
            queue.drainTo(taken, BATCH - 1);
            // The end opens no connection: a store that was only looked at stays as it is.
            going = !taken.remove(stop);
            run(taken);
            taken.clear();
        }
        ended = true;
        refuseRest();
    }

    /// Units in one batch, up to a job that must be alone.
    private void run(List<Job<?>> taken) {
        List<Job<?>> together = new ArrayList<>(taken.size());
        for (Job<?> job : taken) {
            if (job.alone()) {
                new Batch(engine, closing, together).run();
                together.clear();
                new Batch(engine, closing, List.of(job)).outside();
            } else {
                together.add(job);
            }
        }
        new Batch(engine, closing, together).run();
    }

    private void refuseRest() {
        List<Job<?>> late = new ArrayList<>();
        queue.drainTo(late);
        late.forEach(job -> job.done().completeExceptionally(new IllegalStateException("the store is closed")));
    }

    /// Finishes what is queued, takes nothing new, and ends the writer.
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(stop);
                writer.join();
                break;
            } catch (InterruptedException hurry) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
