package dev.countersign.delivery;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Chooses which carrier is asked next.
///
/// @param desk which there are
record Chooser(Desk desk) {
    /// How many carriers are asked before a message rests.
    private static final int MOST = 5;

    /// The best route of those whose carrier was not asked since the message was taken: the one that may have
    /// it already, else the best that is ready, else, for the first time, the best there is, to wait for it.
    Optional<Route> next(Parcel parcel) {
        Set<String> asked = parcel.asked();
        if (asked.size() >= MOST) {
            return Optional.empty();
        }
        List<Route> open = desk.routes()
                .get()
                .candidates(
                        parcel.due(),
                        route -> !asked.contains(route.carrier().name())
                                && !desk.drains().drained(route.carrier().name()),
                        desk.shares());
        List<Route> ready =
                open.stream().filter(route -> route.carrier().ready()).toList();
        Optional<Route> known = parcel.due()
                .past()
                .perhapsWith()
                .flatMap(name -> ready.stream()
                        .filter(route ->
                                asked.isEmpty() && route.carrier().name().equals(name))
                        .findFirst());
        return known.or(() -> ready.stream().findFirst())
                .or(() -> asked.isEmpty() ? open.stream().findFirst() : Optional.empty());
    }
}
