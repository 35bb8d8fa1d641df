package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.migration.Space;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.server.config.MasterKeys;
import dev.countersign.server.dev.DevWorld;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The spaces of the dev world are in its store, also after a second start.
final class SpacesOfDevTest {
    @Test
    void the_dev_world_has_its_spaces(@TempDir Path directory) {
        Given given = Given.system();
        Configuration configuration = Configuration.dev("127.0.0.1", 0, directory, Limits.VENDOR);
        new MasterKeys(Map.of()).createIfMissing(configuration.masterKey(), given.random());
        for (int start = 0; start < 2; start++) {
            try (Storage storage = Storage.open(configuration, Map.of(), given)) {
                storage.furnish(given.clock());
                assertThat(storage.spaces().of(DevWorld.DEV))
                        .containsExactly(new Space("cams-dev-1", DevWorld.DEV, Optional.of(DevWorld.WABA)));
                assertThat(storage.spaces().find("cams-other-1"))
                        .contains(new Space("cams-other-1", 100_000_000_002L, Optional.empty()));
            }
        }
    }
}
