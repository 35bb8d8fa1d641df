package dev.countersign.server.dev.fault;

import dev.countersign.gateway.Interventions;
import dev.countersign.server.dev.exchange.Declined;
import dev.countersign.server.dev.exchange.Reason;
import dev.countersign.server.dev.exchange.Recipient;
import dev.countersign.server.dev.fault.ChosenFault.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// The failures that a developer chose and that have not happened yet. The first that fits happens, in the
/// order in which they were chosen; a delay is followed by whatever else fits. Each time is counted exactly,
/// however many calls arrive together.
public final class ChosenFaults implements Interventions {
    /// How many may wait at the same time.
    public static final int MOST = 1000;

    private final KnownCodes codes;
    private final Pause pause;
    private volatile List<ChosenFault> waiting = List.of();
    private long chosen;

    /// @param codes which action can answer with which code
    /// @param pause holds delayed calls back
    public ChosenFaults(KnownCodes codes, Pause pause) {
        this.codes = codes;
        this.pause = pause;
    }

    @Override
    public Optional<Intervention> before(String action, String destination) {
        Optional<Failure> delay =
                take(fault -> fault.failure() instanceof Failure.Delay && happensTo(fault, action, destination));
        if (delay.isPresent() && delay.get() instanceof Failure.Delay held) {
            holdBack(held);
        }
        return take(fault -> !(fault.failure() instanceof Failure.Delay) && happensTo(fault, action, destination))
                .flatMap(ChosenFaults::intervention)
                .or(() -> delay.map(held -> new Delayed()));
    }

    private boolean happensTo(Wanted fault, String action, String destination) {
        boolean fits = fault.about(destination)
                && (fault.action().isEmpty() || fault.action().get().equals(action));
        return fits
                && switch (fault.failure()) {
                    case Failure.Refuse refuse -> codes.answers(action, refuse.code());
                    case Failure.Delay delay -> true;
                    case Failure.Drop drop -> true;
                    case Failure.Carrier carrier -> false;
                    case Failure.Receipt receipt -> false;
                };
    }

    private static Optional<Intervention> intervention(Failure failure) {
        return switch (failure) {
            case Failure.Refuse refuse -> Optional.of(new Fail(refuse.code()));
            case Failure.Drop drop -> Optional.of(new Drop());
            case Failure.Delay delay -> Optional.of(new Delayed());
            case Failure.Carrier carrier -> Optional.empty();
            case Failure.Receipt receipt -> Optional.empty();
        };
    }

    private void holdBack(Failure.Delay delay) {
        try {
            pause.rest(delay.span());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// The failure that was chosen for the next hand-over to this recipient.
    Optional<Failure.Carrier> atHandOver(Recipient to) {
        return take(fault -> fault.failure() instanceof Failure.Carrier && fault.about(to.text()))
                .map(Failure.Carrier.class::cast);
    }

    /// What was chosen for the receipt of the message that was just handed over to this recipient.
    Optional<Failure.Receipt> atReceipt(Recipient to) {
        return take(fault -> fault.failure() instanceof Failure.Receipt && fault.about(to.text()))
                .map(Failure.Receipt.class::cast);
    }

    private Optional<Failure> take(Predicate<Wanted> fits) {
        return waiting.isEmpty() ? Optional.empty() : takeFirst(fits);
    }

    private synchronized Optional<Failure> takeFirst(Predicate<Wanted> fits) {
        for (ChosenFault fault : waiting) {
            if (fits.test(fault.wanted())) {
                spend(fault);
                return Optional.of(fault.wanted().failure());
            }
        }
        return Optional.empty();
    }

    private void spend(ChosenFault fault) {
        if (fault.left() == ChosenFault.ALWAYS) {
            return;
        }
        List<ChosenFault> rest = new ArrayList<>(waiting);
        int at = rest.indexOf(fault);
        if (fault.left() == 1) {
            rest.remove(at);
        } else {
            rest.set(at, new ChosenFault(fault.id(), fault.wanted(), fault.left() - 1));
        }
        waiting = List.copyOf(rest);
    }

    /// Adds faults behind those that wait: all of them or none.
    ///
    /// @throws Declined when more than [#MOST] would wait
    synchronized List<ChosenFault> add(List<Wanted> wanted) {
        if (waiting.size() + wanted.size() > MOST) {
            throw Declined.conflict("at most " + MOST + " faults can wait at the same time; DELETE /dev/faults clears")
                    .because(Reason.FULL, "", Integer.toString(MOST));
        }
        List<ChosenFault> added = wanted.stream()
                .map(one -> new ChosenFault("fault-" + ++chosen, one, one.times()))
                .toList();
        List<ChosenFault> all = new ArrayList<>(waiting);
        all.addAll(added);
        waiting = List.copyOf(all);
        return added;
    }

    /// Those that wait, in the order in which they were chosen.
    List<ChosenFault> waiting() {
        return waiting;
    }

    /// Takes one away.
    ///
    /// @return false when none of that id waits
    synchronized boolean remove(String id) {
        int before = waiting.size();
        waiting = waiting.stream().filter(fault -> !fault.id().equals(id)).toList();
        return waiting.size() < before;
    }

    /// Takes all away.
    public synchronized void clear() {
        waiting = List.of();
    }
}
