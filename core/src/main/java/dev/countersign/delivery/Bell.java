package dev.countersign.delivery;

import dev.countersign.verification.Wakeup;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The bell that the courier waits by: several rings before it looks count as one.
public final class Bell implements Wakeup {
    private final Semaphore rung = new Semaphore(0);

    @Override
    public void wake() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /// Waits for a ring, or so long.
    ///
    /// @throws InterruptedException when the thread is to stop
    void await(Duration most) throws InterruptedException {
        if (rung.tryAcquire(most.toNanos(), TimeUnit.NANOSECONDS)) {
            rung.drainPermits();
        }
    }

    /// Lets so much time pass after a fault, so that it does not repeat in a tight loop.
    void pause(Duration span) {
        try {
            await(span);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
