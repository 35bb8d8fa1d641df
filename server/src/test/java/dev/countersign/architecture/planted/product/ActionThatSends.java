package dev.countersign.architecture.planted.product;

import dev.countersign.architecture.planted.delivery.Carrier;

/// Makes a request wait for a carrier.
public record ActionThatSends(Carrier carrier) {
    /// Sends.
    public void perform() {
        carrier.dispatch("now");
    }
}
