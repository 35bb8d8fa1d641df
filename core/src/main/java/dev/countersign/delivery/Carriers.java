package dev.countersign.delivery;

import dev.countersign.audit.AuditEntry;
import dev.countersign.destination.Channel;
import dev.countersign.refusal.DeliveryRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.tenant.Caller;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What an operator sees of carriers, and does with them.
public final class Carriers {
    private final Desk desk;
    private final InstantSource clock;

    /// @param desk which carriers there are
    /// @param clock the time of what is done
    public Carriers(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /// A carrier as it stands.
    ///
    /// @param channels what its routes hand it
    /// @param ready whether it would take a message now
    /// @param drained whether it gets none by an operator's wish
    /// @param inFlight how many messages it has been handed and not answered
    public record Standing(String name, List<Channel> channels, boolean ready, boolean drained, int inFlight) {}

    /// All that have a route, by name.
    public List<Standing> all() {
        Routes routes = desk.routes().get();
        return routes.carriers().stream()
                .map(carrier -> standing(carrier, routes))
                .toList();
    }

    /// Drains a carrier, or ends that. What it was handed before is not taken back.
    ///
    /// @throws Refused with [DeliveryRefusal.CarrierUnknown] when none of that name has a route
    public Standing drain(Caller caller, String name, boolean drained) {
        Routes routes = desk.routes().get();
        Carrier carrier = routes.carriers().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refused(new DeliveryRefusal.CarrierUnknown()));
        String event = drained ? "carrier.drained" : "carrier.undrained";
        AuditEntry entry = AuditEntry.by(caller, clock.instant(), event, "carrier/" + name, Map.of());
        desk.drains().put(name, drained, entry);
        return standing(carrier, routes);
    }

    private Standing standing(Carrier carrier, Routes routes) {
        List<Channel> channels = Arrays.stream(Channel.values())
                .filter(channel -> routes.all().stream()
                        .anyMatch(route -> route.carrier().name().equals(carrier.name())
                                && route.scope().channels().contains(channel)))
                .toList();
        boolean drained = desk.drains().drained(carrier.name());
        return new Standing(
                carrier.name(), channels, carrier.ready(), drained, desk.lanes().inFlight(carrier.name()));
    }
}
