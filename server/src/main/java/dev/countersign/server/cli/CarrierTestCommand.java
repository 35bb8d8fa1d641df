package dev.countersign.server.cli;

import dev.countersign.destination.Channel;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.carrier.Trial.Step;
import dev.countersign.server.cli.Program.CarrierTrial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countersign carrier test`.
@Command(
        name = "test",
        description =
                "Sends one real message by a carrier, past the outbox, and tells each step. It can run beside a server.",
        footer = {
            "",
            "Examples:",
            "  countersign carrier test acme --to +85261234567 -c countersign.yaml --wait 60s",
            "  countersign carrier test mail --to me@example.com -c countersign.yaml",
            "",
            "Exit code 1 when a step fails, or with --wait when no receipt says that it was",
            "delivered."
        })
final class CarrierTestCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    @Parameters(paramLabel = "NAME", description = "The carrier's name in the configuration.")
    private String name = "";

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            required = true,
            description = "Who gets the message: a number with its country code, or a mail address.")
    private String to = "";

    @Option(
            names = "--channel",
            paramLabel = "sms|voice|email",
            description = "How it travels. Default: email to an address, else sms.")
    private @Nullable Channel channel;

    @Option(
            names = "--purpose",
            paramLabel = "PURPOSE",
            defaultValue = "login",
            description = "Chooses the template. Default: login.")
    private String purpose = "login";

    @Option(names = "--locale", paramLabel = "LOCALE", defaultValue = "en", description = "Likewise. Default: en.")
    private String locale = "en";

    @Option(
            names = "--wait",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description =
                    "How long to wait for the receipt, of a carrier that says it in its session. Default: not at all.")
    private Duration wait = Duration.ZERO;

    @Option(names = "--json", description = "Writes one JSON document instead.")
    private boolean json;

    CarrierTestCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Step> steps = new ArrayList<>();
        CarrierTrial trial = new CarrierTrial(name, to, Optional.ofNullable(channel), purpose, locale, wait);
        boolean done = program.testCarrier(file.read(terminal.environment()), trial, step -> {
            steps.add(step);
            if (!json) {
                terminal.say("%-14s %-7s %s".formatted(step.name(), step.done() ? "ok" : "FAILED", step.detail()));
            }
        });
        if (json) {
            terminal.say(document(done, steps));
        }
        return done ? ExitCodes.OK : ExitCodes.FAILED;
    }

    private String document(boolean done, List<Step> steps) {
        return Json.write(Value.Fields.none()
                        .plus("carrier", Value.text(name))
                        .plus("ok", new Value.Flag(done))
                        .plus(
                                "steps",
                                new Value.Items(steps.stream()
                                        .map(step -> (Value) Value.Fields.none()
                                                .plus("step", Value.text(step.name()))
                                                .plus("ok", new Value.Flag(step.done()))
                                                .plus("detail", Value.text(step.detail())))
                                        .toList())))
                .toUtf8();
    }
}
