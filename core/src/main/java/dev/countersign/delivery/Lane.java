package dev.countersign.delivery;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// What one carrier has been handed and what waits for it. Guarded by [Lanes].
final class Lane {
    /// How many may wait: enough that a carrier that empties its window at once finds work.
    static final int WAITING = 1_000;

    private final Carrier carrier;
    private final Deque<Ticket> waiting = new ArrayDeque<>();
    private int underWay;
    private Instant quietUntil = Instant.MIN;

    /// A parcel with the route that brought it here.
    record Ticket(Parcel parcel, Route route) {}

    Lane(Carrier carrier) {
        this.carrier = carrier;
    }

    Carrier carrier() {
        return carrier;
    }

    int underWay() {
        return underWay;
    }

    boolean idle() {
        return underWay == 0 && waiting.isEmpty();
    }

    int room() {
        return Math.max(0, carrier.window() + WAITING - underWay - waiting.size());
    }

    boolean add(Ticket ticket) {
        return room() > 0 && waiting.add(ticket);
    }

    void quiet(Instant until) {
        quietUntil = until.isAfter(quietUntil) ? until : quietUntil;
    }

    /// One has come back.
    void back() {
        underWay--;
    }

    /// Those that go out now, in the order in which they came.
    List<Ticket> leaving(Instant now) {
        List<Ticket> out = new ArrayList<>();
        if (waiting.isEmpty() || quietUntil.isAfter(now) || !carrier.ready()) {
            return out;
        }
        while (underWay < carrier.window() && !waiting.isEmpty()) {
            out.add(waiting.remove());
            underWay++;
        }
        return out;
    }

    /// Takes back all that wait.
    List<Ticket> clear() {
        List<Ticket> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
