package dev.countersign.bench;

import dev.countersign.nonce.LocalNonceStore;
import dev.countersign.nonce.Nonce;
import dev.countersign.nonce.NonceStore.Outcome;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// How much heap a million live nonces take, and how much is left of them once they have ended.
public final class NonceHeap {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TENANTS = 4;

    private NonceHeap() {}

    /// Prints megabytes of heap with a million live nonces, nanoseconds of processor time to burn one, how many of them
    /// are held when they have ended, and as many again have come.
    public static void main(String... arguments) {
        Instant start = Instant.parse("2026-11-22T10:00:00Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        long before = heap();
        LocalNonceStore store = new LocalNonceStore(now::get, Instant.MIN, LocalNonceStore.Bounds.STANDARD);
        long nanos = burn(store, start, 0);
        int full = store.held();
        long live = heap() - before;
        Instant later = start.plus(WINDOW).plus(WINDOW);
        now.set(later);
        burn(store, later, LocalNonceStore.MOST);
        System.out.printf("%.1f %d %d %d%n", live / 1048576.0, nanos, full, store.held());
    }

    private static long burn(LocalNonceStore store, Instant at, int from) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int i = 0; i < LocalNonceStore.MOST; i++) {
            Nonce nonce = new Nonce(i % TENANTS, "AKIDdev", Integer.toString(from + i), at, WINDOW);
            if (store.burn(nonce) != Outcome.FRESH) {
                throw new IllegalStateException("nonce " + i + " was not taken");
            }
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / LocalNonceStore.MOST;
    }

    /// What is reachable: asked for until it settles.
    private static long heap() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
