package dev.countersign.server.carrier;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what other threads do.
public final class Patience {
    private static final long MOST_NANOS = 30_000_000_000L;
    private static final long LOOK_NANOS = 5_000_000L;

    private Patience() {}

    /// Returns when it holds.
    ///
    /// @throws AssertionError when it does not within half a minute
    public static void until(String what, BooleanSupplier holds) {
        long end = System.nanoTime() + MOST_NANOS;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("it never came to be: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
