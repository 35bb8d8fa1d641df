package dev.countersign.server.config;

import dev.countersign.delivery.template.Template;
import dev.countersign.destination.Channel;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who delivers what, and what it says: the named sections, in the order in which they are written.
///
/// @param carriers the carriers, by name
/// @param routes the routes, by name
/// @param templates the templates, by name
public record DeliveryPlan(
        Map<String, CarrierConfig> carriers, Map<String, RouteConfig> routes, Map<String, TemplateConfig> templates) {
    /// Copies the maps, keeping their order.
    public DeliveryPlan {
        carriers = Collections.unmodifiableMap(new LinkedHashMap<>(carriers));
        routes = Collections.unmodifiableMap(new LinkedHashMap<>(routes));
        templates = Collections.unmodifiableMap(new LinkedHashMap<>(templates));
    }

    /// Nobody delivers anything.
    public static DeliveryPlan none() {
        return new DeliveryPlan(Map.of(), Map.of(), Map.of());
    }

    /// The same, but everything goes to the inbox.
    DeliveryPlan toInbox() {
        String name = PlanRules.INBOX;
        Map<String, CarrierConfig> all = new LinkedHashMap<>(carriers);
        all.putIfAbsent(name, new CarrierConfig(name, CarrierCommon.standard(), InboxConfig.standard()));
        RouteConfig route = new RouteConfig(
                name,
                Set.of(Channel.values()),
                Set.of(),
                Set.of(),
                RouteConfig.standard().weight(),
                BigDecimal.ZERO);
        return new DeliveryPlan(all, Map.of(name, route), templates);
    }

    /// What messages say.
    public List<Template> words() {
        return templates.entrySet().stream()
                .map(each -> each.getValue().template(each.getKey()))
                .toList();
    }
}
