package dev.countersign.server.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `countersign completion`: what makes a shell complete commands, options and actions.
@Command(
        name = "completion",
        description = "Prints a script that makes a shell complete commands, options and names of actions.",
        footer = {
            "",
            "Examples:",
            "  source <(countersign completion bash)      in ~/.bashrc",
            "  source <(countersign completion zsh)       in ~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    /// A shell.
    enum Shell {
        /// The Bourne-again shell.
        BASH,
        /// The Z shell, which runs what is written for bash.
        ZSH
    }

    @Parameters(paramLabel = "bash|zsh", description = "The shell.")
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (shell == Shell.ZSH) {
            terminal.say("autoload -U +X compinit && compinit");
        }
        terminal.say(AutoComplete.bash(
                "countersign", Objects.requireNonNull(spec.parent()).commandLine()));
        return ExitCodes.OK;
    }
}
