package dev.countersign.server.journal;

import dev.countersign.gateway.Journal;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What became of the latest requests, in memory. A request leaves some hundred bytes in a [Ring], and waits for
/// nothing but for others that do the same.
public final class RequestJournal implements Journal {
    private static final int LONGEST_METHOD = 16;

    private final Bounds bounds;
    private final InstantSource clock;
    private final LongSupplier nanos;
    private final Ring ring;
    private final Instant start;

    /// @param bounds how much it holds
    /// @param clock when requests come
    /// @param nanos a clock that only measures
    public RequestJournal(Bounds bounds, InstantSource clock, LongSupplier nanos) {
        this.bounds = bounds;
        this.clock = clock;
        this.nanos = nanos;
        this.ring = new Ring(bounds.entries(), bounds.bytes());
        this.start = now();
    }

    @Override
    public Line begin(RequestId id, Request request) {
        Entry.Came came = new Entry.Came(now(), method(request.method()), request.source());
        long from = nanos.getAsLong();
        return outcome ->
                keep(new Entry(id, came, Duration.ofNanos(Math.max(0, nanos.getAsLong() - from)), Veil.over(outcome)));
    }

    /// Entries lie in the order of their ends: whatever came later than the oldest one ended is there.
    private static Instant ended(Entry entry) {
        return entry.came().at().plus(entry.took()).truncatedTo(ChronoUnit.MILLIS);
    }

    private static String method(String sent) {
        return sent.equals("POST") || sent.equals("GET") ? sent : Veil.name(sent, LONGEST_METHOD);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void keep(Entry entry) {
        byte[] record = EntryForm.write(entry);
        synchronized (ring) {
            ring.add(record);
        }
    }

    /// The request of that id; empty for one that never came here, or that is forgotten.
    public Optional<Entry> find(String id) {
        if (id.length() != RequestId.LENGTH) {
            return Optional.empty();
        }
        byte[] beginning = EntryForm.beginning(id);
        synchronized (ring) {
            return ring.beginning(beginning).map(EntryForm::read);
        }
    }

    /// How far it reaches back.
    public Reach reach() {
        synchronized (ring) {
            Instant since = ring.oldest()
                    .filter(record -> ring.forgot())
                    .map(EntryForm::read)
                    .map(RequestJournal::ended)
                    .orElse(start);
            return new Reach(since, ring.records(), bounds.entries());
        }
    }
}
