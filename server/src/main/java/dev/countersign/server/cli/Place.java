package dev.countersign.server.cli;

import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.ConfigurationReader;
import dev.countersign.server.config.GeneralConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// `--config FILE` or `--data DIR`: the store that a command looks into, a server's or a dev world's.
final class Place {
    @ArgGroup(multiplicity = "1")
    private Either either = new Either();

    private static final class Either {
        @Option(
                names = {"-c", "--config"},
                paramLabel = "FILE",
                description = "The configuration of a server.")
        private @Nullable Path file;

        @Option(names = "--data", paramLabel = "DIR", description = "The data directory of a dev world.")
        private @Nullable Path data;
    }

    Configuration read(Map<String, String> environment) {
        return Optional.ofNullable(either.data)
                .map(data -> Configuration.dev("127.0.0.1", 0, data, GeneralConfig.Limits.VENDOR))
                .orElseGet(() -> new ConfigurationReader(environment)
                        .read(Optional.ofNullable(either.file))
                        .configuration());
    }
}
