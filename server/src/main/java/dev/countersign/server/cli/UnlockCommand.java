package dev.countersign.server.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `countersign unlock`: lifts what too many failures disabled.
@Command(
        name = "unlock",
        description = "Lifts a principal's authenticator, or its console password, that too many failures disabled.",
        footer = {
            "",
            "Example:",
            "  countersign unlock --config countersign.yaml --uin 100000000011 --authenticator phone",
        })
final class UnlockCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    @Mixin
    private ConfigFile file = new ConfigFile();

    @Option(names = "--uin", paramLabel = "UIN", required = true, description = "The principal's UIN.")
    private long uin;

    @Option(
            names = "--authenticator",
            paramLabel = "phone|mail|totp|password",
            required = true,
            description = "Which of its authenticators.")
    private Kind authenticator = Kind.PHONE;

    private enum Kind {
        PHONE,
        MAIL,
        TOTP,
        PASSWORD;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    UnlockCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!program.unlock(file.read(terminal.environment()), uin, authenticator.word())) {
            throw new CommandFailed("the " + authenticator.word() + " of UIN " + uin + " is not disabled");
        }
        terminal.say("lifted: the " + authenticator.word() + " of UIN " + uin + " works again");
        return ExitCodes.OK;
    }
}
