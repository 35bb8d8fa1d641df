package dev.countersign.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `countersign carrier`: the carriers of a configuration.
@Command(
        name = "carrier",
        description = "Shows the carriers of a configuration, or tries one out.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  countersign carrier list -c countersign.yaml",
            "  countersign carrier test acme --to +85261234567 -c countersign.yaml",
        })
final class CarrierCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
