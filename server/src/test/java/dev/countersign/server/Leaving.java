package dev.countersign.server;

import dev.countersign.delivery.Bell;
import dev.countersign.delivery.Carrier;
import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.Receipts;
import dev.countersign.delivery.Routes;
import dev.countersign.delivery.Templates;
import java.time.InstantSource;

/// How messages leave in tests: everything by one carrier, in our own words.
final class Leaving {
    private Leaving() {}

    static Delivering by(Carrier carrier, Storage storage, InstantSource clock) {
        Receipts receipts = new Receipts(
                storage.receipts(), new Bell(), new Receipts.Surroundings(clock, DeliveryWatch.none(), fault -> {
                    throw fault;
                }));
        Routes routes = Routes.everything(carrier);
        return Delivering.wire(storage, () -> routes, Templates::standard, receipts, DeliveryWatch.none());
    }
}
