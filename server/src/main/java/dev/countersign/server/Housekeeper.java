package dev.countersign.server;

import dev.countersign.store.Retention;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Sweeps the store every few seconds: ends what expired, forgets what is old.
final class Housekeeper implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeper").daemon(true).factory());
    private final ScheduledFuture<?> sweeps;

    /// Begins to sweep.
    ///
    /// @param retention what is swept
    /// @param clock the time that things are old by
    /// @param faults told of what should never happen; sweeping goes on
    Housekeeper(Retention retention, InstantSource clock, Consumer<RuntimeException> faults) {
        this.sweeps = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        retention.sweep(clock.instant());
                    } catch (RuntimeException fault) {
                        faults.accept(fault);
                    }
                },
                PERIOD.toMillis(),
                PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        sweeps.cancel(false);
        timer.shutdown();
        try {
            if (!timer.awaitTermination(PERIOD.toMillis(), TimeUnit.MILLISECONDS)) {
                timer.shutdownNow();
            }
        } catch (InterruptedException stopping) {
            timer.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
