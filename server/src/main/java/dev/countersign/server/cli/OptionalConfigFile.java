package dev.countersign.server.cli;

import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ConfigurationReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--config FILE`, for a command that has something to say without a configuration.
final class OptionalConfigFile {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration, by convention countersign.yaml. Without it, everything is as by default.")
    private @Nullable Path file;

    Configuration read(Map<String, String> environment) {
        return new ConfigurationReader(environment)
                .read(Optional.ofNullable(file))
                .configuration();
    }
}
