package dev.countersign.delivery;

import dev.countersign.destination.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Moves messages away from a carrier whose messages arrive late, and lets them come back, as GOV.UK Notify
/// does. At most once in five minutes, channel by channel, 10 of its 100 points are taken from the slowest
/// carrier, when 15 % or more of its messages were slow and not every carrier is; after 15 minutes in which it
/// was not, 10 points come back.
public final class TrafficMover implements Shares {
    private static final int STEP = 10;
    private static final int ALL = 100;
    private static final int SLOW_PERCENT = 15;
    private static final Duration BETWEEN_MOVES = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofMinutes(15);

    /// Points that were moved away from a carrier; only those that are above 0.
    private final Map<Place, Away> away = new ConcurrentHashMap<>();

    private final Map<Channel, Instant> moved = new HashMap<>();

    private record Place(Channel channel, String carrier) {}

    /// @param points how many
    /// @param since when the carrier was last slow, or the last points came back
    private record Away(int points, Instant since) {}

    /// Looks how the carriers do, and moves points.
    ///
    /// @param tempos how fast they are, as far as that is known
    /// @param routes which carriers could take each other's messages
    public synchronized void look(List<Tempo> tempos, Routes routes, Instant now) {
        for (Channel channel : Channel.values()) {
            List<Tempo> slow = tempos.stream()
                    .filter(tempo -> tempo.channel() == channel && tempo.slow(SLOW_PERCENT))
                    .toList();
            slow.forEach(tempo -> away.computeIfPresent(
                    new Place(channel, tempo.carrier()), (place, known) -> new Away(known.points(), now)));
            move(channel, slow, routes, now);
        }
        comeBack(now);
    }

    private void move(Channel channel, List<Tempo> slow, Routes routes, Instant now) {
        Set<String> all = routes.all().stream()
                .filter(route -> route.scope().channels().contains(channel))
                .map(route -> route.carrier().name())
                .collect(Collectors.toSet());
        Set<String> late = slow.stream().map(Tempo::carrier).collect(Collectors.toSet());
        boolean soon = moved.containsKey(channel)
                && moved.getOrDefault(channel, now).plus(BETWEEN_MOVES).isAfter(now);
        if (soon || late.containsAll(all)) {
            return;
        }
        Optional<Place> slowest = slow.stream()
                .filter(tempo -> all.contains(tempo.carrier()))
                .max(Comparator.comparingDouble(tempo -> (double) tempo.slow() / tempo.judged()))
                .map(tempo -> new Place(channel, tempo.carrier()))
                .filter(place -> points(place) < ALL);
        slowest.ifPresent(place -> {
            away.put(place, new Away(points(place) + STEP, now));
            moved.put(channel, now);
        });
    }

    private void comeBack(Instant now) {
        for (Place place : Set.copyOf(away.keySet())) {
            away.computeIfPresent(place, (key, known) -> {
                if (known.since().plus(QUIET).isAfter(now)) {
                    return known;
                }
                return known.points() <= STEP ? null : new Away(known.points() - STEP, now);
            });
        }
    }

    /// How many points are away from a carrier on a channel.
    public int away(Channel channel, String carrier) {
        return points(new Place(channel, carrier));
    }

    private int points(Place place) {
        Away known = away.get(place);
        return known == null ? 0 : known.points();
    }

    /// As configured, less what is away, which the carriers get that nothing is away from: those of the
    /// cheapest routes by their shares, or else the next dearer ones.
    @Override
    public Map<Route, Double> of(List<Route> routes, Channel channel) {
        Map<Route, Double> base = new BaseShares(routes).points();
        List<Route> sound = routes.stream()
                .filter(route -> away(channel, route.carrier().name()) == 0)
                .toList();
        if (away.isEmpty() || sound.isEmpty() || sound.size() == routes.size()) {
            return base;
        }
        Map<Route, Double> left = new LinkedHashMap<>();
        double pool = 0;
        for (Route route : routes) {
            double points = base.getOrDefault(route, 0.0);
            double lost = Math.min(points, away(channel, route.carrier().name()));
            pool += lost;
            left.put(route, points - lost);
        }
        return given(left, new BaseShares(sound).points(), pool);
    }

    private static Map<Route, Double> given(Map<Route, Double> left, Map<Route, Double> takers, double pool) {
        takers.forEach((route, share) -> left.merge(route, pool * share / ALL, Double::sum));
        return left;
    }
}
