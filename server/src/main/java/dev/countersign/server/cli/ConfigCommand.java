package dev.countersign.server.cli;

import dev.countersign.server.config.Loaded;
import dev.countersign.server.config.Loaded.Effective;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `countersign config`: what a start with this configuration would go by.
@Command(
        name = "config",
        description = "Shows every value that a start would go by, and where it comes from. Never a secret.",
        footer = {
            "",
            "Example:",
            "  countersign config --config countersign.yaml",
            "",
            "Exit code 1 when a server could not be started with it; the report names every line at fault."
        })
final class ConfigCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private ConfigFile file = new ConfigFile();

    ConfigCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Loaded loaded = file.load(terminal.environment());
        List<Effective> values = loaded.effective();
        int key = widest(values.stream().map(Effective::key).toList());
        int value = widest(values.stream().map(Effective::value).toList());
        String row = "%-" + key + "s = %-" + value + "s  # %s";
        values.forEach(each -> terminal.say(row.formatted(each.key(), each.value(), each.origin())));
        loaded.warnings().forEach(warning -> terminal.err().println("warning: " + warning));
        terminal.err().flush();
        loaded.configuration().requireServable();
        return ExitCodes.OK;
    }

    private static int widest(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }
}
