package dev.countersign.server.cli;

import dev.countersign.seal.WrongMasterKey;
import dev.countersign.server.config.ConfigurationRefused;
import dev.countersign.server.config.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;

/// `countersign`: finds the command, runs it, and turns what went wrong into a sentence and an exit code.
public final class CommandLineInterface {
    private final CommandLine commands;

    /// @param program what the commands run
    /// @param terminal what they have around them
    public CommandLineInterface(Program program, Terminal terminal) {
        this.commands = new CommandLine(new RootCommand())
                .addSubcommand(new DevCommand(program, terminal))
                .addSubcommand(new ServeCommand(program, terminal))
                .addSubcommand(new InitCommand(program, terminal))
                .addSubcommand(new UnlockCommand(program, terminal))
                .addSubcommand(new CommandLine(new ConsoleCommand())
                        .addSubcommand(new ConsoleCommand.Invite(program, terminal)))
                .addSubcommand(new CommandLine(new AuditCommand())
                        .addSubcommand(new AuditCommand.Verify(program, terminal))
                        .addSubcommand(new AuditCommand.Export(program, terminal)))
                .addSubcommand(new CommandLine(new CarrierCommand())
                        .addSubcommand(new CarrierListCommand(terminal))
                        .addSubcommand(new CarrierTestCommand(program, terminal)))
                .addSubcommand(new CommandLine(new TemplateCommand())
                        .addSubcommand(new TemplateLintCommand(terminal))
                        .addSubcommand(new TemplatePreviewCommand(terminal)))
                .addSubcommand(new WaitCommand(terminal))
                .addSubcommand(call(program, terminal))
                .addSubcommand(new InboxCommand(terminal))
                .addSubcommand(new ConfigCommand(terminal))
                .addSubcommand(new SignCommand(program, terminal))
                .addSubcommand(new CompletionCommand(terminal))
                .addSubcommand(new VersionCommand(terminal))
                .registerConverter(Duration.class, CommandLineInterface::duration)
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new Misuse(terminal.err()))
                .setExecutionExceptionHandler(sentence(terminal));
    }

    private static CommandLine call(Program program, Terminal terminal) {
        CallCommand command = new CallCommand(program, terminal);
        return ActionHelp.before(new CommandLine(command), command);
    }

    /// Runs one command line.
    ///
    /// @return 0 when it did its work, 1 when it could not, 2 when it was called wrongly, 3 when a server refused
    ///     what it was asked
    public int run(String... arguments) {
        return commands.execute(arguments);
    }

    private static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new CommandLine.TypeConversionException(String.valueOf(malformed.getMessage()));
        }
    }

    private static IExecutionExceptionHandler sentence(Terminal terminal) {
        return (failure, command, parsed) -> {
            String text = switch (failure) {
                case CommandFailed failed -> String.valueOf(failed.getMessage());
                case ConfigurationRefused refused -> String.valueOf(refused.getMessage());
                case WrongMasterKey wrong -> String.valueOf(wrong.getMessage());
                case UncheckedIOException io -> io.getMessage() + ": " + reason(io.getCause());
                case IllegalArgumentException wrong -> String.valueOf(wrong.getMessage());
                // Anything else is ours. Its text may hold anything, its kind and place don't.
                default ->
                    "something unexpected failed (" + failure.getClass().getName() + " at " + place(failure)
                            + "); please report it";
            };
            terminal.err().println(command.getCommandSpec().qualifiedName() + ": " + text);
            terminal.err().flush();
            return ExitCodes.FAILED;
        };
    }

    private static String reason(@Nullable IOException cause) {
        return switch (cause) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "no such file or directory: " + missing.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file, not a directory";
            case FileSystemException file -> String.valueOf(file.getReason());
            case null, default -> "the system refused it";
        };
    }

    private static String place(Exception failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length == 0 ? "an unknown place" : frames[0].toString();
    }
}
