package dev.countersign.server;

import dev.countersign.delivery.DeliveryWatch;
import dev.countersign.delivery.Desk;
import dev.countersign.delivery.Drains;
import dev.countersign.delivery.Lanes;
import dev.countersign.delivery.Receipts;
import dev.countersign.delivery.Routes;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.TrafficMover;
import java.time.Instant;
import java.util.function.Supplier;

/// How messages leave, wired.
///
/// @param desk decides how
/// @param mover shares messages out by how fast carriers are
/// @param receipts takes what carriers say later
/// @param watch told what becomes of messages
record Delivering(Desk desk, TrafficMover mover, Receipts receipts, DeliveryWatch watch) {
    /// Wires it.
    ///
    /// @param routes the present routes, asked each time
    /// @param templates the present templates, asked each time
    static Delivering wire(
            Storage storage,
            Supplier<Routes> routes,
            Supplier<Templates> templates,
            Receipts receipts,
            DeliveryWatch watch) {
        TrafficMover mover = new TrafficMover();
        storage.outbox().tells(watch);
        Desk desk = new Desk(routes, templates, new Drains(storage.drains()), mover, new Lanes());
        return new Delivering(desk, mover, receipts, watch);
    }

    /// What is looked at again and again: what other processes drained, and how fast carriers are.
    void look(Storage storage, Instant now) {
        desk.drains().refresh();
        mover.look(storage.receipts().tempos(now), desk.routes().get(), now);
    }
}
