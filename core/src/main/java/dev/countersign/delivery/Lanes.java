package dev.countersign.delivery;

import dev.countersign.delivery.Lane.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// What is under way, carrier by carrier: each has a window of its own and a bounded queue before it, so that
/// one that hangs holds back nobody else's messages.
public final class Lanes {
    private static final Duration LONGEST_QUIET = Duration.ofSeconds(1);

    /// By the carrier itself: after a reload there may be two of one name.
    private final IdentityHashMap<Carrier, Lane> all = new IdentityHashMap<>();

    private boolean open = true;

    /// How many messages a carrier of that name has been handed and has not answered.
    public synchronized int inFlight(String carrier) {
        return all.values().stream()
                .filter(lane -> lane.carrier().name().equals(carrier))
                .mapToInt(Lane::underWay)
                .sum();
    }

    /// Queues a parcel for a carrier.
    ///
    /// @return false when as many wait as may
    synchronized boolean add(Ticket ticket) {
        return open && lane(ticket.route().carrier()).add(ticket);
    }

    /// Those that go to the carrier now.
    synchronized List<Ticket> leaving(Carrier carrier, Instant now) {
        Lane lane = all.get(carrier);
        return lane == null || !open ? List.of() : lane.leaving(now);
    }

    /// A carrier has answered.
    synchronized void back(Carrier carrier) {
        lane(carrier).back();
    }

    /// A carrier wants to be left alone for a while.
    synchronized void quiet(Carrier carrier, Instant now, Duration span) {
        lane(carrier).quiet(now.plus(span.compareTo(LONGEST_QUIET) < 0 ? span : LONGEST_QUIET));
    }

    /// How much more could be taken in: what the emptiest of these carriers has room for.
    synchronized int room(Collection<Carrier> carriers) {
        return open
                ? carriers.stream()
                        .mapToInt(carrier -> lane(carrier).room())
                        .max()
                        .orElse(0)
                : 0;
    }

    /// The carriers before which something waits, or that have something.
    synchronized List<Carrier> busy() {
        return all.values().stream()
                .filter(lane -> !lane.idle())
                .map(Lane::carrier)
                .toList();
    }

    /// Takes back what waits before carriers that get nothing any more, and forgets those that have nothing.
    ///
    /// @param serving the carriers that are handed messages
    synchronized List<Parcel> strays(Set<Carrier> serving) {
        List<Parcel> strays = new ArrayList<>();
        for (Iterator<Lane> lanes = all.values().iterator(); lanes.hasNext(); ) {
            Lane lane = lanes.next();
            if (!serving.contains(lane.carrier())) {
                lane.clear().forEach(ticket -> strays.add(ticket.parcel()));
                if (lane.idle()) {
                    lanes.remove();
                }
            }
        }
        return strays;
    }

    /// Takes in nothing any more.
    ///
    /// @return what waited
    synchronized List<Parcel> close() {
        open = false;
        List<Parcel> waiting = new ArrayList<>();
        all.values().forEach(lane -> lane.clear().forEach(ticket -> waiting.add(ticket.parcel())));
        return waiting;
    }

    private Lane lane(Carrier carrier) {
        return all.computeIfAbsent(carrier, Lane::new);
    }
}
