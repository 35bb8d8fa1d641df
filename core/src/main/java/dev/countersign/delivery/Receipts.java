package dev.countersign.delivery;

import dev.countersign.delivery.ReceiptQueue.Completion;
import dev.countersign.delivery.ReceiptQueue.Outcome;
import dev.countersign.delivery.ReceiptQueue.Worked;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes carriers' receipts, and works them off beside: a carrier waits for a row, not for what it means.
public final class Receipts implements Receipt.Intake, AutoCloseable {
    private static final int BATCH = 256;
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    /// More is not a carrier's id, but somebody's attempt to fill the store.
    private static final int LONGEST = 256;

    private final ReceiptQueue queue;
    private final Bell bell;
    private final Surroundings surroundings;
    private volatile boolean closed;
    private volatile @Nullable Thread working;

    /// What receipts need from outside.
    ///
    /// @param clock the time that they are kept by
    /// @param watch told what became of messages
    /// @param faults told of what should never happen; the work goes on
    public record Surroundings(InstantSource clock, DeliveryWatch watch, Consumer<RuntimeException> faults) {}

    /// @param queue where they wait
    /// @param bell rings when one was taken; nobody else's
    /// @param surroundings clock, and whom to tell
    public Receipts(ReceiptQueue queue, Bell bell, Surroundings surroundings) {
        this.queue = queue;
        this.bell = bell;
        this.surroundings = surroundings;
    }

    @Override
    public void receive(Receipt receipt) {
        if (receipt.reference().isEmpty() || receipt.reference().length() > LONGEST) {
            return;
        }
        String error = receipt.error().substring(0, Math.min(receipt.error().length(), LONGEST));
        queue.add(
                new Receipt(receipt.carrier(), receipt.reference(), receipt.state(), error, receipt.at()),
                surroundings.clock().instant());
        bell.wake();
    }

    /// Begins to work in a thread of its own.
    public void start() {
        working = Thread.ofPlatform().name("receipts").daemon(true).start(this::work);
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

    /// Works off as much as one batch holds.
    ///
    /// @return whether there is likely more
    public boolean round() {
        Worked worked = queue.work(BATCH, surroundings.clock().instant());
        for (Outcome outcome : worked.outcomes()) {
            surroundings.watch().receipt(outcome.leg(), outcome.state(), outcome.sinceHanded());
        }
        if (worked.forgotten() > 0) {
            surroundings.watch().unknown(worked.forgotten());
        }
        return completions() || worked.looked() == BATCH;
    }

    private boolean completions() {
        List<Completion> used = queue.completions(BATCH);
        used.forEach(one -> surroundings.watch().completed(one.leg(), one.sinceHanded()));
        return used.size() == BATCH;
    }

    /// Ends after the present batch; what waits is worked off at the next start.
    @Override
    public void close() {
        closed = true;
        bell.wake();
        try {
            Thread thread = working;
            if (thread != null) {
                thread.join(CLOSING);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
