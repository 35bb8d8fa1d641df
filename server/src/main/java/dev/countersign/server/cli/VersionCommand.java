package dev.countersign.server.cli;

import java.util.Optional;
import picocli.CommandLine.Command;

/// `countersign version`.
@Command(name = "version", description = "Shows the version of this program and of the Java that runs it.")
final class VersionCommand implements Runnable {
    private final Terminal terminal;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        String version = Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        terminal.say("countersign " + version + ", Java " + Runtime.version());
    }
}
