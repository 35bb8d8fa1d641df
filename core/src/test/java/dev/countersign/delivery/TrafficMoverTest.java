package dev.countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.destination.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TrafficMoverTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TrafficMover mover = new TrafficMover();
    private final Route a = route("a", 50, 1);
    private final Route b = route("b", 30, 1);
    private final Route c = route("c", 20, 1);
    private final Routes routes = new Routes(List.of(a, b, c));

    private record Named(String name) implements Carrier {
        @Override
        public Dispatch dispatch(Message message) {
            return new Dispatch.Handed(message.id());
        }
    }

    private static Route route(String name, int weight, long price) {
        return new Route(name, new Named(name), Route.Scope.all(Channel.SMS), weight, price);
    }

    private static Tempo tempo(String carrier, long judged, long slow) {
        return new Tempo(carrier, Channel.SMS, judged, slow);
    }

    private Map<Route, Double> shares() {
        return mover.of(routes.all(), Channel.SMS);
    }

    @Test
    void fifteen_percent_that_are_slow_move_ten_points_and_fewer_none() {
        mover.look(List.of(tempo("a", 1000, 149), tempo("b", 10, 0)), routes, NOON);
        assertThat(shares()).isEqualTo(Map.of(a, 50.0, b, 30.0, c, 20.0));
        mover.look(List.of(tempo("a", 1000, 150), tempo("b", 10, 0)), routes, NOON);

        assertThat(shares()).isEqualTo(Map.of(a, 40.0, b, 36.0, c, 24.0));
        assertThat(mover.of(routes.all(), Channel.VOICE)).isEqualTo(Map.of(a, 50.0, b, 30.0, c, 20.0));
    }

    @Test
    void at_most_once_in_five_minutes() {
        List<Tempo> slow = List.of(tempo("a", 100, 50));
        for (int second = 0; second < 300; second += 10) {
            mover.look(slow, routes, NOON.plusSeconds(second));
        }
        assertThat(mover.away(Channel.SMS, "a")).isEqualTo(10);
        mover.look(slow, routes, NOON.plusSeconds(300));

        assertThat(mover.away(Channel.SMS, "a")).isEqualTo(20);
    }

    @Test
    void nothing_moves_when_all_are_slow() {
        mover.look(List.of(tempo("a", 100, 50), tempo("b", 100, 40), tempo("c", 100, 15)), routes, NOON);
        assertThat(mover.away(Channel.SMS, "a")).isZero();
        Routes alone = new Routes(List.of(a));
        mover.look(List.of(tempo("a", 100, 100)), alone, NOON);

        assertThat(mover.away(Channel.SMS, "a")).isZero();
    }

    @Test
    void points_come_back_after_fifteen_quiet_minutes_ten_at_a_time() {
        mover.look(List.of(tempo("a", 100, 50)), routes, NOON);
        mover.look(List.of(tempo("a", 100, 50)), routes, NOON.plusSeconds(300));
        Instant last = NOON.plusSeconds(300);
        mover.look(List.of(), routes, last.plus(MINUTE.multipliedBy(15)).minusMillis(1));
        assertThat(mover.away(Channel.SMS, "a")).isEqualTo(20);
        mover.look(List.of(), routes, last.plus(MINUTE.multipliedBy(15)));
        assertThat(mover.away(Channel.SMS, "a")).isEqualTo(10);
        mover.look(List.of(), routes, last.plus(MINUTE.multipliedBy(29)));
        assertThat(mover.away(Channel.SMS, "a")).isEqualTo(10);
        mover.look(List.of(), routes, last.plus(MINUTE.multipliedBy(30)));

        assertThat(shares()).isEqualTo(Map.of(a, 50.0, b, 30.0, c, 20.0));
    }

    @Test
    void a_dearer_route_takes_what_the_only_cheap_one_loses() {
        Route cheap = route("cheap", 1, 1);
        Route dear = route("dear", 1, 2);
        Routes both = new Routes(List.of(cheap, dear));
        assertThat(mover.of(both.all(), Channel.SMS)).isEqualTo(Map.of(cheap, 100.0, dear, 0.0));
        mover.look(List.of(tempo("cheap", 10, 10)), both, NOON);

        assertThat(mover.of(both.all(), Channel.SMS)).isEqualTo(Map.of(cheap, 90.0, dear, 10.0));
    }

    /// Whatever the carriers do, whatever is looked at: shares add up, moves keep their distance, and in the
    /// end all is as configured.
    @Test
    void shares_always_add_up_and_come_back() {
        for (int run = 0; run < 200; run++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            TrafficMover moving = new TrafficMover();
            Routes some = drawn(random);
            Instant now = NOON;
            Map<String, Integer> before = new HashMap<>();
            Instant moved = Instant.MIN;
            for (int look = 0; look < 200; look++) {
                now = now.plusSeconds(random.nextInt(1, 400));
                List<Tempo> tempos = tempos(random, some);
                moving.look(tempos, some, now);
                int taken = 0;
                for (Carrier carrier : some.carriers()) {
                    int away = moving.away(Channel.SMS, carrier.name());
                    int more = away - before.getOrDefault(carrier.name(), 0);
                    assertThat(away).as("seed " + seed).isBetween(0, 100);
                    assertThat(Set.of(-10, 0, 10)).as("seed " + seed).contains(more);
                    taken += Math.max(0, more);
                    before.put(carrier.name(), away);
                }
                assertThat(taken).as("seed " + seed).isLessThanOrEqualTo(10);
                if (taken > 0) {
                    assertThat(moved.plus(Duration.ofMinutes(5)).isAfter(now))
                            .as("seed " + seed)
                            .isFalse();
                    assertThat(tempos.stream().filter(one -> one.slow(15)).count())
                            .as("seed " + seed)
                            .isBetween(1L, some.carriers().size() - 1L);
                    moved = now;
                }
                adds(moving.of(some.all(), Channel.SMS), seed);
            }
            for (int quiet = 0; quiet < 11; quiet++) {
                now = now.plus(Duration.ofMinutes(15));
                moving.look(List.of(), some, now);
            }
            assertThat(moving.of(some.all(), Channel.SMS))
                    .as("seed " + seed)
                    .isEqualTo(Shares.configured().of(some.all(), Channel.SMS));
        }
    }

    private static Routes drawn(Random random) {
        List<Route> some = new ArrayList<>();
        for (int n = 0; n <= random.nextInt(5); n++) {
            some.add(route("r" + n, random.nextInt(4), random.nextInt(3)));
        }
        some.sort(java.util.Comparator.comparingLong(Route::price));
        return new Routes(some);
    }

    private static List<Tempo> tempos(Random random, Routes routes) {
        return routes.carriers().stream()
                .filter(carrier -> random.nextBoolean())
                .map(carrier -> {
                    int judged = random.nextInt(100);
                    return tempo(carrier.name(), judged, judged == 0 ? 0 : random.nextInt(judged + 1));
                })
                .toList();
    }

    private static void adds(Map<Route, Double> shares, long seed) {
        assertThat(shares.values()).as("seed " + seed).allMatch(points -> points >= 0);
        assertThat(shares.values().stream().mapToDouble(points -> points).sum())
                .as("seed " + seed)
                .isCloseTo(100, within(1e-6));
    }
}
