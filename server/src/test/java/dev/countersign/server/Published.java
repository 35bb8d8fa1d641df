package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.InboxCarrier;
import dev.countersign.gateway.publish.Reference;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.metrics.Metrics;
import dev.countersign.verification.TestNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// What this installation publishes, as text, and the committed files that it is compared with.
/// `-Dapprove=true` writes the files instead.
final class Published {
    private static final boolean APPROVE = Boolean.getBoolean("approve");

    private Published() {}

    /// The reference of all that a dev world publishes.
    static Reference reference() throws IOException {
        return of(services -> new Reference(services.registry().products(), services.dialects()));
    }

    /// What is drawn from the services of a dev world.
    static <T> T of(Function<Services, T> drawing) throws IOException {
        Path directory = Files.createTempDirectory("published");
        Given given = Given.system();
        Configuration configuration = Configuration.dev("127.0.0.1", 0, directory, Limits.VENDOR);
        new MasterKeys(Map.of()).createIfMissing(configuration.masterKey(), given.random());
        try (Storage storage = Storage.open(configuration, Map.of(), given)) {
            Services services = Services.wire(
                    storage,
                    Rules.of(configuration, true, Challenging.World.real(configuration, storage, Map.of())),
                    given,
                    given.clock(),
                    TestNumbers.none(),
                    new Alarms(new Metrics(Set.of())),
                    Leaving.by(new InboxCarrier(storage.inbox(), given.clock(), () -> {}), storage, given.clock()));
            return drawing.apply(services);
        }
    }

    /// Compares a text with a committed file, or writes the file.
    static void requireCommitted(Path file, String text) throws IOException {
        if (APPROVE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as("%s is out of date: ./dev approve writes it anew, then read the diff", file)
                .isEqualTo(text);
    }
}
