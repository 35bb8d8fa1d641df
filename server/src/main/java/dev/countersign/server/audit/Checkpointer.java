package dev.countersign.server.audit;

import dev.countersign.store.AuditCheckpoint;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Appends a checkpoint a minute, while there is anything new, and one at the end.
public final class Checkpointer implements AutoCloseable {
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final Supplier<Optional<AuditCheckpoint>> audit;
    private final Checkpoints file;
    private final Consumer<RuntimeException> faults;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("checkpointer").daemon(true).factory());
    private final ScheduledFuture<?> rounds;
    private long last;

    /// Begins.
    ///
    /// @param audit how far the audit goes now
    /// @param file where checkpoints go
    /// @param faults told when one could not be written; the next is tried all the same
    public Checkpointer(
            Supplier<Optional<AuditCheckpoint>> audit, Checkpoints file, Consumer<RuntimeException> faults) {
        this.audit = audit;
        this.file = file;
        this.faults = faults;
        this.rounds =
                timer.scheduleAtFixedRate(this::round, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void round() {
        try {
            audit.get().filter(now -> now.link() > last).ifPresent(now -> {
                file.append(now);
                last = now.link();
            });
        } catch (RuntimeException fault) {
            faults.accept(fault);
        }
    }

    @Override
    public void close() {
        rounds.cancel(false);
        timer.close();
        round();
    }
}
