package dev.countersign.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Does its chores every few seconds: ends what expired, forgets what is old, looks how carriers do.
final class Housekeeper implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofSeconds(10);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("housekeeper").daemon(true).factory());
    private final ScheduledFuture<?> rounds;

    /// Begins with them.
    ///
    /// @param chores what is done, in this order
    /// @param clock the time that things are old by
    /// @param faults told of what should never happen; the other chores are done all the same
    Housekeeper(List<Consumer<Instant>> chores, InstantSource clock, Consumer<RuntimeException> faults) {
        this.rounds = timer.scheduleWithFixedDelay(
                () -> {
                    for (Consumer<Instant> chore : chores) {
                        try {
                            chore.accept(clock.instant());
                        } catch (RuntimeException fault) {
                            faults.accept(fault);
                        }
                    }
                },
                PERIOD.toMillis(),
                PERIOD.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        rounds.cancel(false);
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
