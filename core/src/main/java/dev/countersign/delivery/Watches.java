package dev.countersign.delivery;

import java.time.Duration;
import java.util.List;

/// Tells several what becomes of messages.
record Watches(List<DeliveryWatch> all) implements DeliveryWatch {
    Watches {
        all = List.copyOf(all);
    }

    @Override
    public void handed(Leg leg, Duration sinceWritten, Duration took) {
        all.forEach(watch -> watch.handed(leg, sinceWritten, took));
    }

    @Override
    public void busy(Leg leg) {
        all.forEach(watch -> watch.busy(leg));
    }

    @Override
    public void carrierFault(Leg leg, Duration took) {
        all.forEach(watch -> watch.carrierFault(leg, took));
    }

    @Override
    public void destinationFault(Leg leg, Duration took) {
        all.forEach(watch -> watch.destinationFault(leg, took));
    }

    @Override
    public void receipt(Leg leg, Receipt.State state, Duration sinceHanded) {
        all.forEach(watch -> watch.receipt(leg, state, sinceHanded));
    }

    @Override
    public void completed(Leg leg, Duration sinceHanded) {
        all.forEach(watch -> watch.completed(leg, sinceHanded));
    }

    @Override
    public void expired(long messages) {
        all.forEach(watch -> watch.expired(messages));
    }

    @Override
    public void unknown(long receipts) {
        all.forEach(watch -> watch.unknown(receipts));
    }
}
