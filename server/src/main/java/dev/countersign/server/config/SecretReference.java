package dev.countersign.server.config;

import dev.countersign.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Says where a secret is, so that the configuration never holds one: `env:NAME` or `file:/path`.
///
/// @param text the reference as it was written
public record SecretReference(String text) {
    private static final String ENV = "env:";
    private static final String FILE = "file:";

    /// @throws IllegalArgumentException when it is no reference; the message does not repeat it, since it may
    ///     be the secret itself
    public SecretReference {
        boolean known = names(text, ENV) || names(text, FILE);
        if (!known) {
            throw new IllegalArgumentException(
                    "must say where the secret is, as env:NAME or file:/path, and not be the secret itself");
        }
    }

    private static boolean names(String text, String kind) {
        return text.startsWith(kind) && text.length() > kind.length();
    }

    /// A reference to a file.
    public static SecretReference file(Path path) {
        return new SecretReference(FILE + path);
    }

    /// The file that it points to, if it points to one.
    public Optional<Path> path() {
        return text.startsWith(FILE) ? Optional.of(Path.of(text.substring(FILE.length()))) : Optional.empty();
    }

    /// Fetches the secret, without blanks and line ends around it.
    ///
    /// @param environment the variables of this process
    /// @throws IllegalArgumentException when there is none
    public Secret resolve(Map<String, String> environment) {
        String found = path().map(this::read).orElseGet(() -> variable(environment));
        if (found.isBlank()) {
            throw new IllegalArgumentException(text + " is empty");
        }
        return Secret.of(found.strip());
    }

    private String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(text + " can't be read", unreadable);
        }
    }

    private String variable(Map<String, String> environment) {
        String value = environment.get(text.substring(ENV.length()));
        if (value == null) {
            throw new IllegalArgumentException(text + " is not set");
        }
        return value;
    }
}
