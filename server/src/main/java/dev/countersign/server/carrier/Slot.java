package dev.countersign.server.carrier;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The place of a carrier, which routes know. Its carrier can be another after a reload; the place stays.
final class Slot implements Carrier {
    /// How long a message waits that comes while the carrier is being replaced.
    private static final Dispatch MEANWHILE = new Dispatch.Busy(Duration.ofMillis(200));

    private final String name;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private volatile @Nullable Carrier present;
    private int underWay;

    /// @param name the carrier's name
    /// @param patience how long a carrier that is replaced may take to answer what it was handed
    Slot(String name, Duration patience) {
        this.name = name;
        this.patience = patience;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean ready() {
        Carrier now = present;
        return now != null && now.ready();
    }

    @Override
    public Dispatch dispatch(Message message) {
        Optional<Carrier> taker = enter();
        if (taker.isEmpty()) {
            return MEANWHILE;
        }
        try {
            return taker.get().dispatch(message);
        } finally {
            leave();
        }
    }

    private Optional<Carrier> enter() {
        lock.lock();
        try {
            Carrier now = present;
            if (now != null) {
                underWay++;
            }
            return Optional.ofNullable(now);
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            underWay--;
            idle.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Puts a carrier in the place of the present one, if there is one: that is handed nothing more, and is
    /// closed once it has answered all it was handed, before the next one is made, so that a carrier that
    /// allows only so many sessions never sees more.
    void put(Supplier<Carrier> next) {
        close();
        present = next.get();
    }

    /// Ends the present carrier in the same way.
    @Override
    public void close() {
        Carrier old = present;
        present = null;
        if (old != null) {
            awaitIdle();
            old.close();
        }
    }

    private void awaitIdle() {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (underWay > 0 && left > 0) {
                left = idle.awaitNanos(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
