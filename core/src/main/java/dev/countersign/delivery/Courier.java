package dev.countersign.delivery;

import dev.countersign.delivery.Outbox.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Empties the outbox: takes due messages, writes them out, hands them to a carrier, records the result. At
/// least once: what was not recorded before a crash is handed over again, under the same id.
public final class Courier implements AutoCloseable {
    private static final int BATCH = 256;
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Routes routes;
    private final Bell bell;
    private final Surroundings surroundings;
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /// What the courier needs from outside.
    ///
    /// @param clock the time that messages are due by
    /// @param dispatchers runs hand-overs beside each other
    /// @param faults told of what should never happen; the courier goes on
    public record Surroundings(InstantSource clock, ExecutorService dispatchers, Consumer<RuntimeException> faults) {}

    /// @param outbox where messages come from
    /// @param routes which carrier takes them
    /// @param bell rings when a message was written
    /// @param surroundings clock, threads, and whom to tell of faults
    public Courier(Outbox outbox, Routes routes, Bell bell, Surroundings surroundings) {
        this.outbox = outbox;
        this.routes = routes;
        this.bell = bell;
        this.surroundings = surroundings;
    }

    /// Begins to work in a thread of its own, after ending the leases of an earlier life.
    public void start() {
        outbox.releaseLeases();
        thread = Thread.ofPlatform().name("courier").daemon(true).start(this::work);
    }

    private void work() {
        while (!closed) {
            try {
                if (!round()) {
                    bell.await(IDLE);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                surroundings.faults().accept(fault);
                bell.pause(IDLE);
            }
        }
    }

    /// One round: as much as one batch holds.
    ///
    /// @return whether there is likely more
    public boolean round() {
        Instant now = surroundings.clock().instant();
        List<DueMessage> due = outbox.take(BATCH, now, LEASE);
        if (due.isEmpty()) {
            return false;
        }
        List<Future<Settlement>> running = new ArrayList<>();
        for (DueMessage message : due) {
            running.add(surroundings.dispatchers().submit(() -> dispatch(message, now)));
        }
        List<Settlement> settled = new ArrayList<>();
        for (Future<Settlement> one : running) {
            settled.add(await(one));
        }
        outbox.settle(settled, surroundings.clock().instant());
        return due.size() == BATCH;
    }

    private Settlement dispatch(DueMessage due, Instant now) {
        Instant retryAt = now.plus(backOff(due.attempt()));
        return routes.carrier(due.channel())
                .map(carrier -> new Settlement(due.id(), carrier.name(), handOver(carrier, due, now), retryAt))
                .orElseGet(() -> new Settlement(
                        due.id(), "none", new Dispatch.DestinationFault("no carrier serves this channel"), retryAt));
    }

    private Dispatch handOver(Carrier carrier, DueMessage due, Instant now) {
        try {
            return carrier.dispatch(Templates.standard().write(due, now));
        } catch (RuntimeException fault) {
            surroundings.faults().accept(fault);
            return new Dispatch.CarrierFault(fault.getClass().getSimpleName());
        }
    }

    private static Duration backOff(int attempt) {
        Duration doubled = FIRST_RETRY.multipliedBy(1L << Math.min(attempt, 10));
        return doubled.compareTo(LONGEST_RETRY) < 0 ? doubled : LONGEST_RETRY;
    }

    private static Settlement await(Future<Settlement> one) {
        try {
            return one.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while handing over", stopped);
        } catch (java.util.concurrent.ExecutionException fault) {
            throw new IllegalStateException("a hand-over ended without a result", fault.getCause());
        }
    }

    /// Stops after the present round; what is not settled is handed over at the next start.
    @Override
    public void close() {
        closed = true;
        bell.wake();
        try {
            Thread working = thread;
            if (working != null) {
                working.join(Duration.ofSeconds(10));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
