package dev.countersign.server.cli;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `countersign` without a command: says which there are.
@Command(
        name = "countersign",
        description = "The verification-code and MFA server that you own.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Begin with:  countersign dev",
            "Then:        countersign COMMAND --help",
            "",
            "Exit codes: 0 done, 1 could not be done, 2 called wrongly, 3 refused by the",
            "server; 130 and 143 when a signal stopped it."
        })
final class RootCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Shows this help.")
    @SuppressWarnings("unused") // picocli looks at the option, nobody at the field
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            description = "Shows the version, as the command version does.")
    private boolean version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        if (version) {
            Objects.requireNonNull(spec.commandLine().getSubcommands().get("version"))
                    .execute();
            return;
        }
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
