package dev.countersign.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.config.Schema.KeyShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed reference page is the one that the records make.
final class ReferencePageTest {
    private static final Path PAGE = Path.of("..", "docs", "reference", "configuration.md");

    @TempDir
    private Path directory;

    @Test
    void the_committed_page_is_current() throws IOException {
        String page = new ReferencePage().markdown();
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("run the test with -Dapprove=true to accept the change")
                .hasContent(page);
    }

    @Test
    void every_example_is_accepted() throws IOException {
        List<KeyShape> keys = new Schema().keys();
        String all = keys.stream()
                .map(key -> key.name() + ": " + key.about().example())
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(directory.resolve("countersign.yaml"), all);
        Loaded loaded = new ConfigurationReader(Map.of()).read(Optional.of(file));
        assertThat(loaded.effective())
                .hasSameSizeAs(keys)
                .noneMatch(value -> value.origin().equals("default"));
    }
}
