package dev.countersign.delivery;

import dev.countersign.delivery.Lane.Ticket;
import dev.countersign.delivery.Outbox.Tried;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Empties the outbox: takes due messages, writes them out, hands them to a carrier, records the result. At
/// least once: what was not recorded before a crash is handed over again, under the same id.
///
/// It is a pipeline: one thread takes, each hand-over has a virtual thread, one thread records. How much is
/// under way is bounded carrier by carrier, see [Lanes].
public final class Courier implements AutoCloseable {
    private static final int BATCH = 256;

    /// Less room than this is not worth a commit.
    private static final int LEAST = 64;

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RENEWAL = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofMillis(500);
    private static final Duration WATCHFUL = Duration.ofMillis(100);
    private static final Duration NO_ROOM = Duration.ofSeconds(2);
    private static final Duration CLOSING = Duration.ofSeconds(30);

    private final Outbox outbox;
    private final Desk desk;
    private final Bell bell;
    private final Surroundings surroundings;
    private final Settler settler;
    private final Chooser chooser;
    private final Map<String, Parcel> underWay = new ConcurrentHashMap<>();
    private volatile boolean closed;
    private volatile boolean starved;
    private volatile @Nullable Thread taking;
    private volatile @Nullable Thread settling;

    /// What the courier needs from outside.
    ///
    /// @param clock the time that messages are due by
    /// @param dispatchers runs hand-overs beside each other
    /// @param watch told what becomes of messages
    /// @param faults told of what should never happen; the courier goes on
    public record Surroundings(
            InstantSource clock, ExecutorService dispatchers, DeliveryWatch watch, Consumer<RuntimeException> faults) {}

    /// @param outbox where messages come from
    /// @param desk decides how they leave
    /// @param bell rings when a message was written
    /// @param surroundings clock, threads, and whom to tell
    public Courier(Outbox outbox, Desk desk, Bell bell, Surroundings surroundings) {
        this.outbox = outbox;
        this.desk = desk;
        this.bell = bell;
        this.surroundings = surroundings;
        this.settler = new Settler(outbox, surroundings.clock(), surroundings.faults());
        this.chooser = new Chooser(desk);
    }

    /// Begins to work in threads of its own, after ending the leases of an earlier life.
    public void start() {
        outbox.releaseLeases();
        settling = Thread.ofPlatform().name("courier-settler").daemon(true).start(this::record);
        taking = Thread.ofPlatform().name("courier").daemon(true).start(this::work);
    }

    private void work() {
        while (!closed) {
            try {
                tend();
                if (!takeIn()) {
                    bell.await(desk.lanes().busy().isEmpty() ? IDLE : WATCHFUL);
                }
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException fault) {
                surroundings.faults().accept(fault);
                bell.pause(IDLE);
            }
        }
    }

    private void record() {
        try {
            while (!closed || !underWay.isEmpty()) {
                settle();
            }
        } catch (InterruptedException abandoned) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle() throws InterruptedException {
        settler.round(WATCHFUL).forEach(done -> underWay.remove(done.messageId()));
    }

    /// One round in the caller's thread, for who did not [#start]: takes as much as one batch holds and waits
    /// until all of it is recorded.
    ///
    /// @return whether there is likely more
    public boolean round() {
        boolean more = takeIn();
        try {
            while (!underWay.isEmpty()) {
                settle();
                tend();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while handing over", stopped);
        }
        return more;
    }

    private boolean takeIn() {
        int room = Math.min(BATCH, desk.lanes().room(serving()));
        starved = room < LEAST;
        if (starved) {
            return false;
        }
        Instant now = now();
        List<DueMessage> due = outbox.take(room, now, LEASE);
        for (DueMessage message : due) {
            Parcel parcel = new Parcel(message, now.plus(LEASE));
            // One whose lease ran out here, as when the clock was moved, is still under way.
            if (underWay.putIfAbsent(message.id(), parcel) == null) {
                assign(parcel);
            }
        }
        // A batch may hold few since most of it had ended, and as much may be behind it.
        return !due.isEmpty();
    }

    private Set<Carrier> serving() {
        Set<Carrier> serving = Collections.newSetFromMap(new IdentityHashMap<>());
        desk.routes().get().all().stream()
                .map(Route::carrier)
                .filter(carrier -> !desk.drains().drained(carrier.name()))
                .forEach(serving::add);
        return serving;
    }

    /// Sees to what waits for a carrier that is ready again, or for one that gets nothing any more; prolongs
    /// leases.
    private void tend() {
        desk.lanes().strays(serving()).forEach(this::assign);
        desk.lanes().busy().forEach(this::send);
        Instant now = now();
        List<Parcel> ending = underWay.values().stream()
                .filter(parcel -> parcel.leasedUntil().minus(RENEWAL).isBefore(now))
                .toList();
        if (!ending.isEmpty()) {
            outbox.renew(ending.stream().map(parcel -> parcel.due().id()).toList(), now.plus(LEASE));
            ending.forEach(parcel -> parcel.leaseUntil(now.plus(LEASE)));
        }
    }

    /// Sends a parcel to the best carrier that it was not at yet, or records that there is none.
    private void assign(Parcel parcel) {
        Instant now = now();
        if (parcel.ended(now)) {
            settler.add(parcel.returned(now));
            return;
        }
        Optional<Route> best = chooser.next(parcel);
        if (best.isEmpty()) {
            settler.add(parcel.asked().isEmpty() ? parcel.returned(now.plus(NO_ROOM)) : parcel.settled(now));
        } else if (desk.lanes().add(new Ticket(parcel, best.get()))) {
            send(best.get().carrier());
        } else {
            settler.add(parcel.returned(now.plus(NO_ROOM)));
        }
    }

    private void send(Carrier carrier) {
        for (Ticket ticket : desk.lanes().leaving(carrier, now())) {
            surroundings.dispatchers().execute(() -> carry(ticket));
        }
    }

    private void carry(Ticket ticket) {
        Instant began = now();
        Carrier carrier = ticket.route().carrier();
        Parcel parcel = ticket.parcel();
        if (parcel.ended(began)) {
            desk.lanes().back(carrier);
            settler.add(parcel.returned(began));
        } else {
            Dispatch answer = new Dispatch.CarrierFault("no answer", true);
            try {
                answer = ask(carrier, parcel.due(), began);
            } finally {
                answered(ticket, answer, began);
            }
        }
        send(carrier);
        if (starved && desk.lanes().room(serving()) >= LEAST) {
            bell.wake();
        }
    }

    private Dispatch ask(Carrier carrier, DueMessage due, Instant now) {
        try {
            return carrier.dispatch(desk.templates().get().write(due, now));
        } catch (RuntimeException fault) {
            surroundings.faults().accept(fault);
            return new Dispatch.CarrierFault(fault.getClass().getSimpleName());
        }
    }

    private void answered(Ticket ticket, Dispatch answer, Instant began) {
        Parcel parcel = ticket.parcel();
        Route route = ticket.route();
        Instant now = now();
        Duration took = now.isBefore(began) ? Duration.ZERO : Duration.between(began, now);
        DeliveryWatch.Leg leg = leg(parcel.due(), route);
        parcel.add(new Tried(leg, began, took, answer));
        desk.lanes().back(route.carrier());
        switch (answer) {
            case Dispatch.Handed handed ->
                surroundings
                        .watch()
                        .handed(leg, Duration.between(parcel.due().past().createdAt(), now), took);
            case Dispatch.Busy busy -> {
                surroundings.watch().busy(leg);
                desk.lanes().quiet(route.carrier(), now, busy.after());
            }
            case Dispatch.CarrierFault fault -> surroundings.watch().carrierFault(leg, took);
            case Dispatch.DestinationFault fault -> surroundings.watch().destinationFault(leg, took);
        }
        if (answer instanceof Dispatch.CarrierFault fault && !fault.perhapsTaken()) {
            assign(parcel);
        } else {
            settler.add(parcel.settled(now));
        }
    }

    private static DeliveryWatch.Leg leg(DueMessage due, Route route) {
        String country = switch (due.to()) {
            case PhoneNumber phone -> phone.countryCode();
            case MailAddress mail -> "";
        };
        return new DeliveryWatch.Leg(
                due.id(),
                due.channel(),
                route.carrier().name(),
                route.name(),
                country,
                due.past().trace());
    }

    private Instant now() {
        return surroundings.clock().instant();
    }

    /// Takes nothing any more, waits half a minute at the most for what carriers were handed, and records it.
    /// What only waited is due again at once; what is not recorded is handed over at the next start.
    @Override
    public void close() {
        closed = true;
        bell.wake();
        join(taking, CLOSING);
        desk.lanes().close().forEach(parcel -> settler.add(parcel.returned(now())));
        Thread recording = settling;
        if (!join(recording, CLOSING) && recording != null) {
            recording.interrupt();
        }
    }

    private static boolean join(@Nullable Thread thread, Duration most) {
        try {
            return thread == null || thread.join(most);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
