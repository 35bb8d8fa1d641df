package dev.countersign.server.dev.fault;

import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.Dispatch;
import dev.countersign.delivery.Message;
import dev.countersign.server.dev.exchange.Recipient;

/// A carrier that fails when a developer chose that it should, and else hands over to the one behind it.
public final class FaultyCarrier implements Carrier {
    private final Carrier behind;
    private final ChosenFaults faults;

    /// @param behind the carrier that delivers
    /// @param faults what was chosen
    public FaultyCarrier(Carrier behind, ChosenFaults faults) {
        this.behind = behind;
        this.faults = faults;
    }

    @Override
    public String name() {
        return behind.name();
    }

    @Override
    public Dispatch dispatch(Message message) {
        return faults.atHandOver(Recipient.of(message.to()))
                .map(FaultyCarrier::failed)
                .orElseGet(() -> behind.dispatch(message));
    }

    private static Dispatch failed(Failure.Carrier failure) {
        return failure.rejected()
                ? new Dispatch.DestinationFault("chosen by the developer")
                : new Dispatch.CarrierFault("chosen by the developer");
    }
}
