package dev.countersign.server.config;

import dev.countersign.delivery.template.Template;
import dev.countersign.destination.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Whether carriers, routes and templates fit together.
final class PlanRules {
    /// The name of the carrier that `delivery.inbox` stands for.
    static final String INBOX = "inbox";

    private final DeliveryPlan plan;
    private final Set<String> named;
    private final UnaryOperator<String> origin;
    private final List<Problem> problems;

    /// @param named the names of all carriers, those too that could not be read
    /// @param origin where a key or section is
    /// @param problems takes what is wrong
    PlanRules(DeliveryPlan plan, Set<String> named, UnaryOperator<String> origin, List<Problem> problems) {
        this.plan = plan;
        this.named = named;
        this.origin = origin;
        this.problems = problems;
    }

    /// Looks at everything.
    ///
    /// @param inbox whether everything goes to the inbox
    void judge(boolean inbox) {
        plan.routes().forEach(this::route);
        templates();
        if (inbox && !plan.routes().isEmpty()) {
            problem(
                    "delivery.inbox",
                    "delivery.inbox: on sends everything to the inbox, so that no route would ever be"
                            + " taken; leave it out, or give a carrier of kind inbox a route");
        }
        CarrierConfig called = plan.carriers().get(INBOX);
        if (called != null && called.common().kind() != CarrierKind.INBOX) {
            problem("carriers." + INBOX, "carriers.inbox has a name that only a carrier of kind inbox can have");
        }
    }

    private void route(String name, RouteConfig route) {
        String key = "routes." + name + ".carrier";
        if (!named.contains(route.carrier())) {
            problem(
                    key,
                    key + " names no carrier"
                            + new Nearest(named)
                                    .to(
                                            route.carrier(),
                                            Math.max(2, route.carrier().length() / 3))
                                    .map(meant -> "; did you mean " + meant + "?")
                                    .orElse(named.isEmpty() ? "; there is none" : ""));
            return;
        }
        CarrierConfig carrier = plan.carriers().get(route.carrier());
        if (carrier == null) {
            return;
        }
        List<Channel> able = carrier.common().kind().channels();
        Set<Channel> unable = route.channels().stream()
                .filter(channel -> !able.contains(channel))
                .collect(Collectors.toSet());
        if (!unable.isEmpty()) {
            problem(
                    "routes." + name + ".channels",
                    "routes." + name + ".channels has " + words(unable) + ", which a carrier of kind "
                            + carrier.common().kind().word() + " can't serve; it serves " + words(Set.copyOf(able)));
        }
        if (!route.prefixes().isEmpty() && route.channels().contains(Channel.EMAIL)) {
            problem("routes." + name + ".prefixes", "routes." + name + ".prefixes: a mail address has no prefix");
        }
    }

    private static String words(Set<Channel> channels) {
        return channels.stream().map(Channel::word).sorted().collect(Collectors.joining(", "));
    }

    private void templates() {
        List<Template> seen = new ArrayList<>();
        for (Map.Entry<String, TemplateConfig> each : plan.templates().entrySet()) {
            Template template = each.getValue().template(each.getKey());
            seen.stream()
                    .filter(other -> other.scope().same(template.scope()))
                    .findFirst()
                    .ifPresent(other -> problem(
                            "templates." + each.getKey(),
                            "templates." + each.getKey() + " is for the same messages as templates." + other.name()));
            seen.add(template);
        }
    }

    private void problem(String key, String what) {
        problems.add(new Problem(origin.apply(key), what));
    }

    /// What an operator should look at, though a server can be started with it.
    static List<String> warnings(DeliveryPlan plan) {
        Set<String> used =
                plan.routes().values().stream().map(RouteConfig::carrier).collect(Collectors.toSet());
        return plan.carriers().keySet().stream()
                .filter(name -> !used.contains(name))
                .map(name -> "carriers." + name + " has no route, so that nothing is sent by it")
                .toList();
    }
}
