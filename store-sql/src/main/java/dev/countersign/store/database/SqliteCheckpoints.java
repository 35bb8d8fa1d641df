package dev.countersign.store.database;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/// Carries the write-ahead log over into the main file beside the writer, so that commits don't have to wait
/// while it is done. What is left for the writer's own checkpoint, when the log is long, is then little.
final class SqliteCheckpoints implements AutoCloseable {
    /// A checkpoint costs two syncs: not after every commit.
    private static final int COMMITS = 16;

    private final Supplier<Handle> opening;
    private final Semaphore bell = new Semaphore(0);
    private final Thread thread;
    private int commits;
    private volatile boolean closed;

    /// @param opening a connection that may write
    SqliteCheckpoints(Supplier<Handle> opening) {
        this.opening = opening;
        this.thread = Thread.ofPlatform().name("store-checkpoints").daemon(true).start(this::work);
    }

    /// Told by the writer after each commit.
    void committed() {
        commits++;
        if (commits % COMMITS == 0 && bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void work() {
        try (Handle handle = opening.get()) {
            while (rung()) {
                // Passive: it waits for nobody, and does what it can. The row that it answers is of no use.
                handle.createQuery("PRAGMA wal_checkpoint(PASSIVE)")
                        .mapTo(Integer.class)
                        .list();
            }
        }
    }

    /// Waits for the bell. Whether this is closed is looked at only after permits were drained: the one that
    /// closing gives may be among them.
    ///
    /// @return whether there is work
    private boolean rung() {
        bell.acquireUninterruptibly();
        bell.drainPermits();
        return !closed;
    }

    @Override
    public void close() {
        closed = true;
        bell.release();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException hurry) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
