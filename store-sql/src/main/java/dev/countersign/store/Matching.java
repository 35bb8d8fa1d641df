package dev.countersign.store;

import dev.countersign.delivery.DeliveryWatch.Leg;
import dev.countersign.delivery.Receipt;
import dev.countersign.delivery.Receipt.State;
import dev.countersign.delivery.ReceiptQueue;
import dev.countersign.delivery.ReceiptQueue.Outcome;
import dev.countersign.delivery.ReceiptQueue.Worked;
import dev.countersign.store.ReceiptTable.Known;
import dev.countersign.store.ReceiptTable.PartState;
import dev.countersign.store.ReceiptTable.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One look at the receipts that are due: each is matched to its part, and what is known of the message
/// follows.
final class Matching {
    private final ReceiptTable table;
    private final TempoTable tempo;
    private final Instant now;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<TempoTable.Key, TempoTable.Counts> counts = new HashMap<>();
    private int forgotten;

    Matching(ReceiptTable table, TempoTable tempo, Instant now) {
        this.table = table;
        this.tempo = tempo;
        this.now = now;
    }

    Worked work(int most) {
        List<Waiting> due = table.due(most, now);
        due.forEach(this::match);
        tempo.add(counts);
        return new Worked(due.size(), outcomes, forgotten);
    }

    private void match(Waiting waiting) {
        Receipt receipt = waiting.receipt();
        Optional<Known> part = table.part(receipt.carrier(), receipt.reference());
        if (part.isPresent()) {
            if (says(receipt.state(), part.get().state())) {
                table.say(receipt);
                follow(part.get(), waiting.receivedAt());
            }
            table.forget(waiting.seq());
        } else if (waiting.receivedAt().plus(ReceiptQueue.KEPT).isAfter(now)) {
            table.later(waiting, now);
        } else {
            table.forget(waiting.seq());
            forgotten++;
        }
    }

    /// Whether a receipt changes what is known: the last words stay, but who has it has it.
    private static boolean says(State said, State known) {
        return switch (said) {
            case UNDERWAY -> false;
            case UNDELIVERED -> known == State.UNDERWAY;
            case DELIVERED -> known != State.DELIVERED;
        };
    }

    private void follow(Known part, Instant heard) {
        State state = of(table.parts(part.leg().message()));
        if (state == State.UNDERWAY || ReceiptTable.word(state).equals(part.messageState())) {
            return;
        }
        boolean first = part.messageState().equals("handed");
        if (!first && !part.messageState().equals("undelivered")) {
            return;
        }
        Leg leg = part.leg();
        table.message(leg.message(), state, now);
        Duration since = heard.isBefore(part.handedAt()) ? Duration.ZERO : Duration.between(part.handedAt(), heard);
        outcomes.add(new Outcome(leg, state, since));
        if (first) {
            counts.merge(
                    TempoTable.Key.of(
                            part.handedAt(), leg.carrier(), leg.channel().word()),
                    TempoTable.Counts.arrived(since),
                    TempoTable.Counts::plus);
        }
    }

    /// A message is delivered when all parts of one hand-over are, and is not when each hand-over lost a part.
    private static State of(List<PartState> parts) {
        Map<Integer, List<PartState>> hands = parts.stream().collect(Collectors.groupingBy(PartState::dispatch));
        if (hands.values().stream().anyMatch(hand -> hand.stream().allMatch(part -> part.state() == State.DELIVERED))) {
            return State.DELIVERED;
        }
        return hands.values().stream()
                        .allMatch(hand -> hand.stream().anyMatch(part -> part.state() == State.UNDELIVERED))
                ? State.UNDELIVERED
                : State.UNDERWAY;
    }
}
