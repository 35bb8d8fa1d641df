package dev.countersign.delivery.guard;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Gives a carrier no more messages a second than it bears. Who comes early waits for its turn, in the order
/// of coming; who would wait too long is put back. (The generic cell rate algorithm: one instant is all that
/// is kept.)
public final class PacedCarrier implements Carrier {
    private final Carrier inner;
    private final Pace pace;
    private final InstantSource clock;
    private final Waiting waiting;
    private final Object turns = new Object();

    /// When the next message is due if all came evenly.
    private Instant next = Instant.MIN;

    /// Lets time pass.
    @FunctionalInterface
    public interface Waiting {
        /// Returns after so long.
        ///
        /// @throws InterruptedException when the thread is to stop
        void pass(Duration span) throws InterruptedException;
    }

    /// @param inner who is paced
    /// @param pace how fast
    /// @param clock the time
    /// @param waiting lets it pass
    public PacedCarrier(Carrier inner, Pace pace, InstantSource clock, Waiting waiting) {
        this.inner = inner;
        this.pace = pace;
        this.clock = clock;
        this.waiting = waiting;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public boolean ready() {
        return inner.ready();
    }

    @Override
    public Dispatch dispatch(Message message) {
        Duration wait = turn();
        if (wait.compareTo(pace.patience()) > 0) {
            return new Dispatch.Busy(wait);
        }
        try {
            if (wait.isPositive()) {
                waiting.pass(wait);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Dispatch.Busy(wait);
        }
        return inner.dispatch(message);
    }

    /// How long until this message's turn, which is taken unless that is too long.
    private Duration turn() {
        Duration gap = Duration.ofNanos(Math.max(1, Math.round(1e9 / pace.perSecond())));
        synchronized (turns) {
            Instant now = clock.instant();
            Instant due = next.isBefore(now) ? now : next;
            Duration wait = Duration.between(now, due).minus(gap.multipliedBy(pace.burst() - 1L));
            if (wait.compareTo(pace.patience()) <= 0) {
                next = due.plus(gap);
            }
            return wait.isNegative() ? Duration.ZERO : wait;
        }
    }

    @Override
    public void close() {
        inner.close();
    }
}
