package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.verification.Served;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// All routes, as they are now. A reload makes others; what is under way goes on by these.
///
/// @param all the routes
public record Routes(List<Route> all) implements Served {
    /// Copies the list.
    public Routes {
        all = List.copyOf(all);
    }

    /// No route: nothing can be sent.
    public static Routes none() {
        return new Routes(List.of());
    }

    /// Everything goes to one carrier.
    public static Routes everything(Carrier carrier) {
        Set<Channel> channels = Set.copyOf(Arrays.asList(Channel.values()));
        return new Routes(
                List.of(new Route(carrier.name(), carrier, new Route.Scope(channels, Set.of(), Set.of()), 1, 0)));
    }

    @Override
    public boolean serves(Channel channel, String purpose) {
        return all.stream()
                .map(Route::scope)
                .anyMatch(scope -> scope.channels().contains(channel)
                        && (scope.purposes().isEmpty() || scope.purposes().contains(purpose)));
    }

    @Override
    public boolean serves(Channel channel, Destination to, String purpose) {
        return all.stream().anyMatch(route -> route.scope().holds(channel, to, purpose));
    }

    /// The routes that may take a message, best first: those of the longest fitting prefix before the others,
    /// among these in the order of a draw by their shares. A message's lot is its id, so that it is drawn alike
    /// each time: what was handed over just before a crash goes to the same carrier, which knows the id.
    ///
    /// @param usable which of them could be used now
    public List<Route> candidates(DueMessage due, Predicate<Route> usable, Shares shares) {
        Map<Integer, List<Route>> byPrefix = all.stream()
                .filter(route -> route.scope().holds(due.channel(), due.to(), due.purpose()))
                .filter(usable)
                .sorted(Comparator.comparingLong(Route::price))
                .collect(Collectors.groupingBy(
                        route -> route.scope().fits(due.to()),
                        () -> new TreeMap<Integer, List<Route>>(Comparator.reverseOrder()),
                        Collectors.toList()));
        List<Route> candidates = new ArrayList<>();
        byPrefix.values().forEach(equal -> candidates.addAll(drawn(due, equal, shares)));
        return candidates;
    }

    /// Weighted draw without putting back: a route that is expected after `x` draws stands before one that is
    /// expected later (Efraimidis and Spirakis, 2006). Without points it comes last, the cheaper before the
    /// dearer.
    private static List<Route> drawn(DueMessage due, List<Route> equal, Shares shares) {
        if (equal.size() == 1) {
            return equal;
        }
        Map<Route, Double> points = shares.of(equal, due.channel());
        Comparator<Route> byPoints = Comparator.comparingDouble(
                route -> new Lot(due.id(), route.name()).arrival(points.getOrDefault(route, 0.0)));
        return equal.stream()
                .sorted(byPoints.thenComparingLong(Route::price)
                        .thenComparingDouble(route -> new Lot(due.id(), route.name()).arrival(route.weight())))
                .toList();
    }

    /// The carriers of all routes, each once.
    public Collection<Carrier> carriers() {
        Map<String, Carrier> byName = new TreeMap<>();
        all.forEach(route -> byName.putIfAbsent(route.carrier().name(), route.carrier()));
        return byName.values();
    }
}
