package dev.countersign.server.cli;

import dev.countersign.server.cli.Program.DevAccess;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig;
import dev.countersign.value.Secret;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `countersign dev`: the whole thing on this machine, without an account, a token or a configuration.
@Command(
        name = "dev",
        description =
                "Runs a complete development world on this machine: no account, no configuration, nothing is sent.",
        footer = {
            "",
            "Examples:",
            "  countersign dev",
            "  countersign dev --port 0 --data /tmp/cs     any free port, data of its own",
            "  countersign dev --bind 0.0.0.0 --dev-token T   in a container; /dev then needs the token",
            "",
            "It is ready when it prints: ready http://127.0.0.1:7300"
        })
final class DevCommand implements Callable<Integer> {
    private static final String LOOPBACK = "127.0.0.1";

    private final Program program;
    private final Terminal terminal;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "7300",
            description = "The port; 0 for any free one. Default: 7300.")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "var/dev",
            description = "Where the data are kept. The next start goes on where this one was. Default: var/dev.")
    private Path data = Path.of("var", "dev");

    @Option(
            names = "--limits",
            paramLabel = "vendor|relaxed",
            defaultValue = "vendor",
            description =
                    "Calls a second as the vendors limit them, or without a limit. Limits per number always hold.")
    private GeneralConfig.Limits limits = GeneralConfig.Limits.VENDOR;

    @ArgGroup(exclusive = false)
    private Elsewhere elsewhere = new Elsewhere();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /// Another address than loopback, which needs a token.
    private static final class Elsewhere {
        @Option(
                names = "--bind",
                paramLabel = "ADDR",
                required = true,
                description = "Another address than 127.0.0.1, for containers and CI.")
        private String address = LOOPBACK;

        @Option(
                names = "--dev-token",
                paramLabel = "TOKEN",
                required = true,
                description = "What the developers' own paths then ask for as a bearer token.")
        private String token = "";
    }

    DevCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (port < 0 || port > 65_535) {
            throw misused("--port must be 0 to 65535");
        }
        // An unset variable in a container's command line arrives as an empty token: no token at all.
        if (!elsewhere.address.equals(LOOPBACK) && elsewhere.token.isBlank()) {
            throw misused("--dev-token must not be empty: with --bind it is all that keeps others out");
        }
        Configuration configuration = Configuration.dev(elsewhere.address, port, data, limits);
        Running running = program.dev(configuration, new DevAccess(Secret.of(elsewhere.token)));
        terminal.say(DevSnippet.text(running.endpoint(), !elsewhere.token.isEmpty()));
        terminal.say("ready " + running.endpoint());
        terminal.untilStopped().accept(running);
        return ExitCodes.OK;
    }

    private ParameterException misused(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
