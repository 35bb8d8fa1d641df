package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The published surface is frozen, one file an action: a field that goes or changes its type fails here.
class SurfaceTest {
    private static final Path SURFACE = Path.of("src/test/resources/surface");

    @Test
    void each_actions_surface_is_the_frozen_one() throws IOException {
        for (Map.Entry<String, String> one : Published.reference().surfaces().entrySet()) {
            Published.requireCommitted(SURFACE.resolve(one.getKey()), one.getValue());
        }
    }

    @Test
    void no_frozen_action_is_gone() throws IOException {
        try (Stream<Path> files = Files.walk(SURFACE)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> SURFACE.relativize(file).toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Published.reference().surfaces().keySet());
        }
    }
}
