package dev.countersign.server.cli;

import dev.countersign.server.config.SecretReference;
import dev.countersign.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `countersign sign`: why a signature is not accepted.
@Command(
        name = "sign",
        description = "Explains a signature: what was signed, what should have been, and where the two part.",
        footer = {
            "",
            "Examples:",
            "  SECRET=... countersign sign --secret env:SECRET request.http",
            "  countersign sign --secret file:secret.txt < request.http",
            "",
            "The request is written as it was sent: request line, headers, an empty line, body."
        })
final class SignCommand implements Callable<Integer> {
    private final Program program;
    private final Terminal terminal;

    @Option(
            names = "--secret",
            paramLabel = "REFERENCE",
            required = true,
            description = "Where the SecretKey is: env:NAME or file:/path.")
    private String secret = "";

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The request; standard input without it.")
    private @Nullable Path file;

    SignCommand(Program program, Terminal terminal) {
        this.program = program;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Secret key = new SecretReference(secret).resolve(terminal.environment());
        terminal.say(program.explain(RequestText.parse(written()), key));
        return ExitCodes.OK;
    }

    private byte[] written() {
        try {
            return file == null ? terminal.in().readAllBytes() : Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new CommandFailed("the request can't be read from " + (file == null ? "standard input" : file));
        }
    }
}
