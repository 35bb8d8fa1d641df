package dev.countersign.store.database;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// The connections that read from SQLite: two more than there are cores, opened as they are needed.
final class SqliteReaders implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Supplier<Handle> opening;
    private final int most = Runtime.getRuntime().availableProcessors() + 2;
    private final Semaphore free = new Semaphore(most);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Deque<Handle> idle = new ConcurrentLinkedDeque<>();

    SqliteReaders(Supplier<Handle> opening) {
        this.opening = opening;
    }

    /// Asks on a connection that nobody else uses meanwhile.
    ///
    /// @throws Refused as overloaded when none comes free in 5 s
    <T> T ask(UnitOfWork<T> question) {
        take();
        try {
            Handle known = idle.pollFirst();
            Handle handle = known == null ? opening.get() : known;
            try {
                return question.perform(handle);
            } finally {
                idle.addFirst(handle);
            }
        } finally {
            free.release();
        }
    }

    private void take() {
        try {
            if (!free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refused(new CallRefusal.Overloaded(Duration.ofSeconds(1)));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a connection", stopped);
        }
    }

    /// Waits for the questions that are being asked, then closes all connections for good. Once: whoever closes again
    /// finds nothing
    /// left to wait for.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        free.acquireUninterruptibly(most);
        idle.forEach(Handle::close);
        idle.clear();
    }
}
