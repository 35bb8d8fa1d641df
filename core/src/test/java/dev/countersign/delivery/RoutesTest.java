package dev.countersign.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RoutesTest {
    private static final PhoneNumber HONG_KONG = new PhoneNumber("852", "61234567");
    private static final PhoneNumber CHINA = new PhoneNumber("86", "13900001111");

    private record Named(String name) implements Carrier {
        @Override
        public Dispatch dispatch(Message message) {
            return new Dispatch.Handed(message.id());
        }
    }

    private static Route route(String name, Set<String> prefixes, Set<String> purposes, int weight, long price) {
        return new Route(
                name, new Named(name), new Route.Scope(Set.of(Channel.SMS), prefixes, purposes), weight, price);
    }

    private static Route route(String name, int weight, long price) {
        return route(name, Set.of(), Set.of(), weight, price);
    }

    private static DueMessage message(String id, Destination to) {
        return new DueMessage(
                id, 1, Channel.SMS, to, "login", "en", Optional.empty(), Instant.parse("2027-01-01T00:00:00Z"), 0, "");
    }

    private static List<String> names(Routes routes, DueMessage due) {
        return routes.candidates(due, route -> true, Shares.configured()).stream()
                .map(Route::name)
                .toList();
    }

    @Test
    void the_longest_prefix_goes_first_and_what_does_not_fit_not_at_all() {
        Routes routes = new Routes(List.of(
                route("everywhere", 1, 1),
                route("country", Set.of("852", "1"), Set.of(), 1, 5),
                route("mobile", Set.of("8526"), Set.of(), 1, 9),
                route("elsewhere", Set.of("853"), Set.of(), 1, 0)));

        assertThat(names(routes, message("m", HONG_KONG))).containsExactly("mobile", "country", "everywhere");
        assertThat(names(routes, message("m", CHINA))).containsExactly("everywhere");
    }

    @Test
    void the_cheaper_goes_first() {
        Routes routes = new Routes(List.of(route("dear", 9, 30), route("cheap", 1, 10), route("middle", 5, 20)));

        for (int n = 0; n < 50; n++) {
            assertThat(names(routes, message("m" + n, CHINA))).containsExactly("cheap", "middle", "dear");
        }
    }

    @Test
    void a_route_without_weight_takes_over_only_when_the_others_are_gone() {
        Routes routes = new Routes(List.of(route("standby", 0, 10), route("main", 1, 10)));

        for (int n = 0; n < 50; n++) {
            assertThat(names(routes, message("m" + n, CHINA))).containsExactly("main", "standby");
        }
        assertThat(routes.candidates(message("m", CHINA), route -> !route.name().equals("main"), Shares.configured()))
                .extracting(Route::name)
                .containsExactly("standby");
    }

    @Test
    void equal_routes_share_by_weight() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Routes routes = new Routes(List.of(route("a", 50, 1), route("b", 30, 1), route("c", 20, 1)));
        int all = 20_000;
        Map<List<String>, Long> orders = IntStream.range(0, all)
                .mapToObj(n -> names(routes, message(new UUID(random.nextLong(), random.nextLong()).toString(), CHINA)))
                .collect(Collectors.groupingBy(names -> names, Collectors.counting()));

        assertThat(share(orders, "a", 0) / all).as("seed " + seed).isCloseTo(0.50, within(0.02));
        assertThat(share(orders, "b", 0) / all).as("seed " + seed).isCloseTo(0.30, within(0.02));
        assertThat(share(orders, "c", 0) / all).as("seed " + seed).isCloseTo(0.20, within(0.02));
        // What fails over from the first is shared by the weights of the rest: 30 to 20 after "a".
        assertThat(orders.getOrDefault(List.of("a", "b", "c"), 0L) / share(orders, "a", 0))
                .as("seed " + seed)
                .isCloseTo(0.60, within(0.03));
    }

    private static double share(Map<List<String>, Long> orders, String name, int place) {
        return orders.entrySet().stream()
                .filter(entry -> entry.getKey().get(place).equals(name))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    @Test
    void a_message_draws_alike_each_time_and_whatever_stands_beside() {
        Routes few = new Routes(List.of(route("a", 1, 1), route("b", 1, 1)));
        List<Route> more = new ArrayList<>(few.all());
        more.add(route("elsewhere", Set.of("44"), Set.of(), 1, 1));
        for (int n = 0; n < 100; n++) {
            DueMessage due = message("m" + n, CHINA);

            assertThat(names(new Routes(more), due)).isEqualTo(names(few, due));
        }
    }

    @Test
    void what_a_route_leaves_out_is_not_served() {
        Routes routes = new Routes(List.of(route("a", Set.of("852"), Set.of("login"), 1, 1)));

        assertThat(routes.serves(Channel.SMS, HONG_KONG, "login")).isTrue();
        assertThat(routes.serves(Channel.SMS, CHINA, "login")).isFalse();
        assertThat(routes.serves(Channel.SMS, HONG_KONG, "registration")).isFalse();
        assertThat(routes.serves(Channel.VOICE, HONG_KONG, "login")).isFalse();
        assertThat(routes.serves(Channel.SMS, "login")).isTrue();
        assertThat(routes.serves(Channel.SMS, "registration")).isFalse();
        assertThat(Routes.none().serves(Channel.EMAIL, "login")).isFalse();
        assertThat(Routes.everything(new Named("all"))
                        .serves(Channel.EMAIL, new MailAddress("a@example.com"), "anything"))
                .isTrue();
    }
}
