package dev.countersign.server.cli;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
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
            "  source <(countersign completion zsh)       in ~/.zshrc",
            "  countersign completion fish | source       in ~/.config/fish/config.fish"
        })
final class CompletionCommand implements Callable<Integer> {
    private final Terminal terminal;

    /// A shell.
    enum Shell {
        /// The Bourne-again shell.
        BASH,
        /// The Z shell, which runs what is written for bash.
        ZSH,
        /// The friendly interactive shell.
        FISH
    }

    /// The words for them, for a shell to complete.
    static final class ShellWords extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        ShellWords() {
            super(Stream.of(Shell.values())
                    .map(shell -> shell.name().toLowerCase(Locale.ROOT))
                    .toList());
        }
    }

    @Parameters(paramLabel = "bash|zsh|fish", completionCandidates = ShellWords.class, description = "The shell.")
    private Shell shell = Shell.BASH;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine commands = Objects.requireNonNull(spec.parent()).commandLine();
        switch (shell) {
            case BASH -> terminal.say(AutoComplete.bash("countersign", commands));
            case ZSH -> {
                terminal.say("autoload -U +X compinit && compinit");
                terminal.say(AutoComplete.bash("countersign", commands));
            }
            case FISH -> terminal.say(FishScript.of("countersign", commands));
        }
        return ExitCodes.OK;
    }
}
