package dev.countersign.delivery;

import dev.countersign.delivery.Outbox.Settlement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Records what came of hand-overs, many in one commit. It holds no more than the courier has under way.
final class Settler {
    private static final int BATCH = 512;

    private final Outbox outbox;
    private final InstantSource clock;
    private final Consumer<RuntimeException> faults;
    private final BlockingQueue<Settlement> results = new LinkedBlockingQueue<>();

    Settler(Outbox outbox, InstantSource clock, Consumer<RuntimeException> faults) {
        this.outbox = outbox;
        this.clock = clock;
        this.faults = faults;
    }

    void add(Settlement result) {
        results.add(result);
    }

    /// Records what there is, waiting so long for a first.
    ///
    /// @return what is recorded now
    List<Settlement> round(Duration most) throws InterruptedException {
        List<Settlement> batch = new ArrayList<>(BATCH);
        Settlement first = results.poll(most.toNanos(), TimeUnit.NANOSECONDS);
        if (first == null) {
            return batch;
        }
        batch.add(first);
        results.drainTo(batch, BATCH - 1);
        if (settled(batch)) {
            return batch;
        }
        // One that can't be recorded must not keep the others from it; it is tried again behind them.
        List<Settlement> done = new ArrayList<>(batch.size());
        for (Settlement one : batch) {
            if (settled(List.of(one))) {
                done.add(one);
            } else {
                results.add(one);
            }
        }
        if (done.isEmpty()) {
            TimeUnit.NANOSECONDS.sleep(most.toNanos());
        }
        return done;
    }

    private boolean settled(List<Settlement> batch) {
        try {
            outbox.settle(batch, clock.instant());
            return true;
        } catch (RuntimeException fault) {
            faults.accept(fault);
            return false;
        }
    }
}
