package dev.countersign.server.carrier;

import dev.countersign.delivery.Route;
import dev.countersign.delivery.Routes;
import dev.countersign.delivery.Templates;
import dev.countersign.delivery.http.ReceiptHook;
import dev.countersign.delivery.template.TemplateBook;
import dev.countersign.server.config.CarrierConfig;
import dev.countersign.server.config.ConfigurationRefused;
import dev.countersign.server.config.DeliveryPlan;
import dev.countersign.server.config.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The carriers that there are now, the routes to them, and what messages say. A reload makes another plan
/// hold: carriers that it does not change keep their sessions, routes and templates change at once and
/// together, carriers that it changes are replaced once they have answered what they were handed, and those
/// that it leaves out are closed so.
public final class Fleet implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Drawing drawing;
    private volatile Standing standing = new Standing(Map.of(), Map.of(), Routes.none(), Templates.standard());

    /// What holds now.
    ///
    /// @param slots the places of carriers, by name
    /// @param drawn their blueprints, by name
    private record Standing(
            Map<String, Slot> slots, Map<String, Blueprint> drawn, Routes routes, Templates templates) {}

    /// What a plan changed, each by the carriers' names.
    ///
    /// @param kept which were left alone
    /// @param made which are new
    /// @param replaced which have other settings now
    /// @param closed which are no more
    public record Changes(List<String> kept, List<String> made, List<String> replaced, List<String> closed) {}

    /// @param drawing draws the blueprints of carriers
    public Fleet(Drawing drawing) {
        this.drawing = drawing;
    }

    /// Makes a plan hold. Returns when carriers that were replaced or closed have ended.
    ///
    /// @throws ConfigurationRefused when a secret isn't there; nothing is changed then
    public synchronized Changes apply(DeliveryPlan plan) {
        Map<String, Blueprint> drawn = draw(plan);
        Standing before = standing;
        Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<String, Slot> slots = new LinkedHashMap<>();
        drawn.forEach((name, blueprint) -> {
            Slot known = before.slots().get(name);
            Slot slot = known == null ? new Slot(name, PATIENCE) : known;
            slots.put(name, slot);
            if (known == null) {
                slot.put(blueprint.carrier());
                changes.made().add(name);
            } else if (blueprint
                    .sameAs()
                    .equals(Objects.requireNonNull(before.drawn().get(name)).sameAs())) {
                changes.kept().add(name);
            } else {
                changes.replaced().add(name);
            }
        });
        standing =
                new Standing(slots, drawn, routes(plan, slots), new TemplateBook(plan.words(), Templates.standard()));
        before.slots().keySet().stream()
                .filter(name -> !slots.containsKey(name))
                .forEach(changes.closed()::add);
        changes.replaced()
                .forEach(name -> Objects.requireNonNull(slots.get(name))
                        .put(Objects.requireNonNull(drawn.get(name)).carrier()));
        changes.closed()
                .forEach(
                        name -> Objects.requireNonNull(before.slots().get(name)).close());
        return changes;
    }

    private Map<String, Blueprint> draw(DeliveryPlan plan) {
        List<Problem> problems = new ArrayList<>();
        Map<String, Blueprint> drawn = new LinkedHashMap<>();
        for (CarrierConfig carrier : plan.carriers().values()) {
            try {
                drawn.put(carrier.name(), drawing.of(carrier));
            } catch (IllegalArgumentException refused) {
                problems.add(new Problem("", "carriers." + carrier.name() + ": " + refused.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationRefused(problems);
        }
        return drawn;
    }

    private static Routes routes(DeliveryPlan plan, Map<String, Slot> slots) {
        List<Route> routes = new ArrayList<>();
        plan.routes()
                .forEach((name, route) -> routes.add(new Route(
                        name,
                        Objects.requireNonNull(slots.get(route.carrier())),
                        new Route.Scope(route.channels(), route.prefixes(), route.purposes()),
                        route.weight(),
                        route.millionths())));
        return new Routes(routes);
    }

    /// The routes, as they are now.
    public Routes routes() {
        return standing.routes();
    }

    /// What messages say, as it is now.
    public Templates templates() {
        return standing.templates();
    }

    /// What understands the receipts that a carrier posts; empty when there is no such carrier, or it posts
    /// none.
    public Optional<ReceiptHook> hook(String carrier) {
        return Optional.ofNullable(standing.drawn().get(carrier)).flatMap(Blueprint::hook);
    }

    /// Ends all carriers.
    @Override
    public synchronized void close() {
        standing.slots().values().forEach(Slot::close);
    }
}
