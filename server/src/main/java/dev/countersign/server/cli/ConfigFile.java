package dev.countersign.server.cli;

import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ConfigurationReader;
import dev.countersign.server.config.Loaded;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--config FILE`, as every command has it that needs the configuration.
final class ConfigFile {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            required = true,
            description = "The configuration, by convention countersign.yaml. Variables override it:"
                    + " COUNTERSIGN_VERIFICATION_LIFETIME for verification.lifetime.")
    private @Nullable Path file;

    Loaded load(Map<String, String> environment) {
        return new ConfigurationReader(environment).read(Optional.ofNullable(file));
    }

    Configuration read(Map<String, String> environment) {
        return load(environment).configuration();
    }
}
