package dev.countersign.server.cli;

import dev.countersign.server.config.Loaded;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `countersign serve`: the server that an operator runs.
@Command(
        name = "serve",
        description = "Runs the server. Needs a configuration with TLS, or behind-proxy: on when a proxy speaks it.",
        footer = {
            "",
            "Examples:",
            "  countersign init  --config /etc/countersign/countersign.yaml    once, before the first start",
            "  countersign serve --config /etc/countersign/countersign.yaml",
            "",
            "SIGHUP reads TLS files, carriers, routes and templates again: a file with a mistake",
            "changes nothing, and carriers that are the same keep their sessions.",
            "SIGTERM stops when running requests are done."
        })
final class ServeCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    @Mixin
    private ConfigFile file = new ConfigFile();

    ServeCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Loaded loaded = file.load(terminal.environment());
        loaded.configuration().requireServable();
        Running running = program.serve(loaded, () -> file.load(terminal.environment()));
        terminal.say("ready " + running.endpoint());
        terminal.untilStopped().accept(running);
        return ExitCodes.OK;
    }
}
