package dev.countersign.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Shares as the configuration wants them: the cheapest routes have all, by their weights.
///
/// @param routes the cheapest first
record BaseShares(List<Route> routes) {
    private static final double ALL = 100;

    Map<Route, Double> points() {
        long lowest = routes.getFirst().price();
        List<Route> cheapest =
                routes.stream().filter(route -> route.price() == lowest).toList();
        double sum = cheapest.stream().mapToInt(Route::weight).sum();
        Map<Route, Double> points = new LinkedHashMap<>();
        for (Route route : routes) {
            boolean cheap = route.price() == lowest;
            double even = ALL / cheapest.size();
            double weighed = sum == 0 ? even : ALL * route.weight() / sum;
            points.put(route, cheap ? weighed : 0);
        }
        return points;
    }
}
