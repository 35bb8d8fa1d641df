package dev.countersign.server.cli;

import dev.countersign.server.config.Nearest;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what was typed wrongly, and where to read on. The whole help would push the reason out of sight.
final class Misuse implements IParameterExceptionHandler {
    private static final int LETTERS = 2;

    private final PrintWriter err;

    /// @param err where complaints go
    Misuse(PrintWriter err) {
        this.err = err;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + text(wrong, command));
        err.println("See: " + name + " --help");
        err.flush();
        return ExitCodes.USAGE;
    }

    private static String text(ParameterException wrong, CommandLine command) {
        String text = String.valueOf(wrong.getMessage()).replaceFirst("^Error: ", "");
        if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
            return text;
        }
        // The few commands are all named: picocli's guess for "dve" is "serve".
        if (!unmatched.isUnknownOption() && !command.getSubcommands().isEmpty()) {
            return "there is no command " + unmatched.getUnmatched().getFirst() + "; there is "
                    + String.join(", ", command.getSubcommands().keySet());
        }
        return new Nearest(command.getCommandSpec().optionsMap().keySet())
                .to(unmatched.getUnmatched().getFirst(), LETTERS)
                .map(near -> text + "; did you mean " + near + "?")
                .orElse(text);
    }
}
