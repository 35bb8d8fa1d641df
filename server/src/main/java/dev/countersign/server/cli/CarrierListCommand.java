package dev.countersign.server.cli;

import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.carrier.Address;
import dev.countersign.server.config.CarrierConfig;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.DeliveryPlan;
import dev.countersign.server.config.RouteConfig;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `countersign carrier list`.
@Command(
        name = "list",
        description = "Shows the carriers of a configuration with their routes. How they stand in a running server, GET"
                + " /v1/carriers tells.",
        footer = {
            "",
            "Example:",
            "  countersign carrier list --config countersign.yaml",
        })
final class CarrierListCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Option(names = "--json", description = "Writes one JSON document instead.")
    private boolean json;

    CarrierListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Configuration configuration = file.read(terminal.environment());
        DeliveryPlan plan = configuration.delivering();
        if (json) {
            terminal.say(Json.write(new Value.Items(plan.carriers().values().stream()
                            .map(carrier -> value(carrier, plan))
                            .toList()))
                    .toUtf8());
        } else if (plan.carriers().isEmpty()) {
            terminal.say("there is no carrier: every send is refused");
        } else {
            Table table = new Table("CARRIER", "KIND", "ADDRESS", "CHANNELS", "ROUTES");
            plan.carriers()
                    .values()
                    .forEach(carrier -> table.row(
                            carrier.name(),
                            carrier.common().kind().word(),
                            Address.of(carrier.details()).toString(),
                            dash(channels(carrier, plan)),
                            dash(String.join(", ", routes(carrier, plan)))));
            table.lines().forEach(terminal::say);
        }
        return ExitCodes.OK;
    }

    private static String dash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static String channels(CarrierConfig carrier, DeliveryPlan plan) {
        return plan.routes().values().stream()
                .filter(route -> route.carrier().equals(carrier.name()))
                .map(RouteConfig::channels)
                .flatMap(channels -> channels.stream().map(Channel::word))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static List<String> routes(CarrierConfig carrier, DeliveryPlan plan) {
        return plan.routes().entrySet().stream()
                .filter(route -> route.getValue().carrier().equals(carrier.name()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Value value(CarrierConfig carrier, DeliveryPlan plan) {
        return Value.Fields.none()
                .plus("name", Value.text(carrier.name()))
                .plus("kind", Value.text(carrier.common().kind().word()))
                .plus("address", Value.text(Address.of(carrier.details()).toString()))
                .plus(
                        "routes",
                        new Value.Items(routes(carrier, plan).stream()
                                .map(name -> (Value) Value.text(name))
                                .toList()));
    }
}
