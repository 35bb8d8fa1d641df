package dev.countersign.server.metrics;

import dev.countersign.delivery.DeliveryWatch.Leg;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps the combinations of carrier, route, country and channel few: each is a dozen time series. Beyond a
/// bound, the country of a new one is `other`; carriers and routes are as many as are configured.
final class LegLabels {
    static final String[] NAMES = {"carrier", "route", "country", "channel"};
    private static final int MOST = 1_000;

    private final Set<Place> met = ConcurrentHashMap.newKeySet();

    private record Place(String carrier, String route, String country, String channel) {}

    /// The names of the labels with one more.
    static String[] with(String more) {
        return and(NAMES, more);
    }

    String[] of(Leg leg) {
        String country = leg.country().isEmpty() ? "none" : leg.country();
        Place place =
                new Place(leg.carrier(), leg.route(), country, leg.channel().word());
        boolean shown = met.contains(place) || (met.size() < MOST && met.add(place));
        return new String[] {place.carrier(), place.route(), shown ? place.country() : Labels.OTHER, place.channel()};
    }

    String[] of(Leg leg, String more) {
        return and(of(leg), more);
    }

    private static String[] and(String[] some, String more) {
        String[] all = Arrays.copyOf(some, some.length + 1);
        all[some.length] = more;
        return all;
    }
}
