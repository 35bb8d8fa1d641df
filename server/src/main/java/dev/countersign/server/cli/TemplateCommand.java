package dev.countersign.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `countersign template`: what messages will say.
@Command(
        name = "template",
        description = "Looks at the templates of a configuration before anybody gets a message by them.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  countersign template lint    -c countersign.yaml",
            "  countersign template preview -c countersign.yaml --purpose login --locale ar",
        })
final class TemplateCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
