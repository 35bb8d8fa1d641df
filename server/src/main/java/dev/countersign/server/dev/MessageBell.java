package dev.countersign.server.dev;

import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Rings when a message arrives, for those who wait for one. Nobody looks again until it rings, and no ring
/// between a look and the waiting is lost: who waits names the last ring that he heard.
public final class MessageBell implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Semaphore places;
    private long rings;
    private boolean closed;

    /// @param mostWaiting how many may wait at the same time
    public MessageBell(int mostWaiting) {
        this.places = new Semaphore(mostWaiting);
    }

    /// Wakes everybody who waits. Never blocks for long.
    public void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Looks, and again after every ring, until there is something or the time is over.
    ///
    /// @param look finds what is waited for
    /// @param most how long to wait, by the real clock; zero looks once
    /// @return what the last look found
    /// @throws Declined with 503 when too many wait already
    public <T> List<T> first(Supplier<List<T>> look, Duration most) {
        long heard = heard();
        List<T> found = look.get();
        return found.isEmpty() && most.isPositive() ? wait(look, heard, most.toNanos()) : found;
    }

    private <T> List<T> wait(Supplier<List<T>> look, long heardBefore, long nanos) {
        if (!places.tryAcquire()) {
            throw new Declined(new Problem(
                    503, "Too many wait", "too many calls wait for messages", List.of(Map.entry("Retry-After", "1"))));
        }
        try {
            long left = nanos;
            long heard = heardBefore;
            List<T> found = List.of();
            while (found.isEmpty() && left > 0) {
                left = awaitRingAfter(heard, left);
                heard = heard();
                found = look.get();
            }
            return found;
        } finally {
            places.release();
        }
    }

    private long heard() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /// @return the nanoseconds that are left; none when the waiting is to end
    private long awaitRingAfter(long heard, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (rings == heard && left > 0 && !closed) {
                left = rung.awaitNanos(left);
            }
            return closed ? 0 : left;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return 0;
        } finally {
            lock.unlock();
        }
    }

    /// How many wait now.
    int waiting() {
        lock.lock();
        try {
            return lock.getWaitQueueLength(rung);
        } finally {
            lock.unlock();
        }
    }

    /// Ends all waiting, so that a stop need not wait for it.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
