package dev.countersign.server.journal;

import dev.countersign.gateway.Journal;
import dev.countersign.gateway.Outcome;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// What became of the latest requests, in memory. Answered requests wait in a bounded queue for a thread of its
/// own; if that is full they are counted and left out, so that no request ever waits.
public final class RequestJournal implements Journal, AutoCloseable {
    private static final int LONGEST_METHOD = 16;

    /// How long an entry waits at the most before it is taken down. To wake the writer for each would cost a request
    /// more than all the rest of its entry.
    private static final Duration REST = Duration.ofMillis(50);

    private final Bounds bounds;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final BlockingQueue<Entry> waiting;
    private final AtomicLong dropped = new AtomicLong();
    private final Map<String, Entry> kept = new LinkedHashMap<>();
    private final Thread writer =
            Thread.ofPlatform().name("journal").daemon(true).unstarted(this::write);
    private long bytes;
    private Instant since;
    private volatile boolean closed;

    /// @param bounds how much it holds
    /// @param clock when requests come
    /// @param nanos a clock that only measures
    public RequestJournal(Bounds bounds, InstantSource clock, LongSupplier nanos) {
        this.bounds = bounds;
        this.clock = clock;
        this.nanos = nanos;
        this.waiting = new ArrayBlockingQueue<>(bounds.waiting());
        this.since = now();
    }

    /// Begins to take down what waits. Until then it waits, as far as there is room.
    public RequestJournal begin() {
        writer.start();
        return this;
    }

    @Override
    public Line begin(RequestId id, Request request) {
        Entry.Came came = new Entry.Came(now(), Veil.name(request.method(), LONGEST_METHOD), request.source());
        long from = nanos.getAsLong();
        return outcome -> end(id, came, Duration.ofNanos(Math.max(0, nanos.getAsLong() - from)), outcome);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void end(RequestId id, Entry.Came came, Duration took, Outcome outcome) {
        if (!waiting.offer(new Entry(id, came, took, Veil.over(outcome)))) {
            dropped.incrementAndGet();
        }
        if (waiting.remainingCapacity() < bounds.waiting() / 2) {
            LockSupport.unpark(writer);
        }
    }

    private void write() {
        while (!closed) {
            takeDown();
            LockSupport.parkNanos(this, REST.toNanos());
        }
    }

    /// Only here are entries taken from the queue, so that who reads misses none that was answered before.
    private synchronized void takeDown() {
        for (Entry next = waiting.poll(); next != null; next = waiting.poll()) {
            Entry before = kept.put(next.id().text(), next);
            bytes += next.weight() - (before == null ? 0 : before.weight());
            forget();
        }
    }

    private void forget() {
        Iterator<Entry> oldest = kept.values().iterator();
        while ((kept.size() > bounds.entries() || bytes > bounds.bytes()) && oldest.hasNext()) {
            Entry gone = oldest.next();
            bytes -= gone.weight();
            oldest.remove();
            since = oldest.hasNext() ? oldest.next().came().at() : now();
            oldest = kept.values().iterator();
        }
    }

    /// The request of that id; empty for one that never came here, or that is forgotten.
    public synchronized Optional<Entry> find(String id) {
        takeDown();
        return Optional.ofNullable(kept.get(id));
    }

    /// How far it reaches back.
    public synchronized Reach reach() {
        takeDown();
        return new Reach(since, kept.size(), dropped.get(), bounds.entries());
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(writer);
    }
}
