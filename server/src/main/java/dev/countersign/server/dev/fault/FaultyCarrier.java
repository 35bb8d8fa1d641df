package dev.countersign.server.dev.fault;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.delivery.Receipt;
import dev.countersign.server.dev.exchange.Recipient;
import java.time.Duration;
import java.util.Optional;

/// The dev world's carrier: it hands over to the one behind it and says that everything arrived, but fails
/// where a developer chose that it should.
public final class FaultyCarrier implements Carrier {
    /// Longer than a message may take, see [dev.countersign.delivery.TrafficMover].
    private static final Duration LATE = Duration.ofMinutes(6);

    private final Carrier behind;
    private final ChosenFaults faults;
    private final Receiving receipts;

    /// Takes receipts of this carrier.
    @FunctionalInterface
    public interface Receiving {
        /// Takes one.
        ///
        /// @param after how much later it comes than now
        void receive(String reference, Receipt.State state, String error, Duration after);
    }

    /// @param behind the carrier that delivers
    /// @param faults what was chosen
    /// @param receipts takes what is said of each message afterwards
    public FaultyCarrier(Carrier behind, ChosenFaults faults, Receiving receipts) {
        this.behind = behind;
        this.faults = faults;
        this.receipts = receipts;
    }

    @Override
    public String name() {
        return behind.name();
    }

    @Override
    public Dispatch dispatch(Message message) {
        Recipient to = Recipient.of(message.to());
        Optional<Failure.Carrier> chosen = faults.atHandOver(to);
        if (chosen.isPresent()) {
            return failed(chosen.get());
        }
        Dispatch answer = behind.dispatch(message);
        if (answer instanceof Dispatch.Handed handed) {
            Optional<Failure.Receipt> receipt = faults.atReceipt(to);
            handed.references().forEach(reference -> say(reference, receipt));
        }
        return answer;
    }

    private void say(String reference, Optional<Failure.Receipt> chosen) {
        if (chosen.isEmpty()) {
            receipts.receive(reference, Receipt.State.DELIVERED, "", Duration.ZERO);
            return;
        }
        switch (chosen.get().kind()) {
            case UNDELIVERED -> receipts.receive(reference, Receipt.State.UNDELIVERED, "chosen", Duration.ZERO);
            case LATE -> receipts.receive(reference, Receipt.State.DELIVERED, "", LATE);
            case LOST -> {}
        }
    }

    private static Dispatch failed(Failure.Carrier failure) {
        return failure.rejected()
                ? new Dispatch.DestinationFault("chosen by the developer")
                : new Dispatch.CarrierFault("chosen by the developer");
    }
}
