package dev.countersign.server;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The committed references are what the program says of itself.
class ReferenceTest {
    private static final Path PAGES = Path.of("../docs/reference");

    @Test
    void the_page_of_actions_is_true() throws IOException {
        Published.requireCommitted(
                PAGES.resolve("actions.md"), Published.reference().actions());
    }

    @Test
    void the_page_of_errors_is_true() throws IOException {
        Published.requireCommitted(
                PAGES.resolve("errors.md"), Published.reference().errors());
    }
}
