package dev.countersign.server.http;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Keeps one slow or greedy client from taking the listener away from the others: it knows every connection from
/// the moment that it was accepted, closes those that take too long, and gives out the few places there are.
final class Guard implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final HttpLimits limits;
    private final LongSupplier ticker;
    private final Semaphore places;
    private final Semaphore largePlaces;
    private final Map<SocketAddress, Watched> open = new ConcurrentHashMap<>();
    private final Thread watch;

    /// @param limits the bounds
    /// @param ticker nanoseconds that only grow
    Guard(HttpLimits limits, LongSupplier ticker) {
        this.limits = limits;
        this.ticker = ticker;
        this.places = new Semaphore(limits.concurrent());
        this.largePlaces = new Semaphore(limits.largeBodies());
        this.watch = Thread.ofPlatform().daemon().name("http-guard").unstarted(this::watch);
    }

    void start() {
        watch.start();
    }

    /// A connection was accepted.
    void accepted(SocketChannel channel) {
        try {
            open.put(channel.getRemoteAddress(), new Watched(channel, limits, ticker));
        } catch (IOException gone) {
            // Its client left already; the engine finds that out by itself.
            return;
        }
    }

    /// The connection from this address.
    Optional<Watched> from(SocketAddress address) {
        return Optional.ofNullable(open.get(address));
    }

    HttpLimits limits() {
        return limits;
    }

    /// Takes a place to be answered in.
    ///
    /// @return false when none became free in time
    boolean enter() {
        return take(places);
    }

    void leave() {
        places.release();
    }

    /// Takes a place for a large request.
    ///
    /// @return false when none became free in time
    boolean enterLarge() {
        return take(largePlaces);
    }

    void leaveLarge() {
        largePlaces.release();
    }

    private boolean take(Semaphore semaphore) {
        try {
            return semaphore.tryAcquire(limits.patience().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(LOOK);
                look(ticker.getAsLong());
            }
        } catch (InterruptedException stopped) {
            open.clear();
        }
    }

    private void look(long now) {
        open.values().removeIf(Watched::closed);
        open.values().stream().filter(each -> each.overdue(now)).forEach(Watched::close);
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
