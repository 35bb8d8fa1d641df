package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The committed references are what the program says of itself.
class ReferenceTest {
    private static final Path PAGES = Path.of("../docs/reference");

    private static final List<String> ENGLISH = List.of(
            "## Common codes of `alibaba`", "## sts 2015-04-01", "## dypnsapi 2017-05-25", "## cams 2020-06-06");

    @Test
    void the_page_of_actions_is_true() throws IOException {
        Published.requireCommitted(
                PAGES.resolve("actions.md"), Published.reference().actions());
    }

    @Test
    void every_code_has_words_in_both_languages() throws IOException {
        String[] sections = Published.reference().errors().split("(?m)^(?=## )", -1);
        List<String> rows = Arrays.stream(sections)
                // The Alibaba wire answers in English alone.
                .filter(section -> ENGLISH.stream().noneMatch(section::startsWith))
                .flatMap(String::lines)
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(100).allSatisfy(row -> {
            String[] cells = row.split("\\|");
            assertThat(cells[cells.length - 2]).as(row).doesNotContainPattern("\\p{IsHan}");
            assertThat(cells[cells.length - 1]).as(row).containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void the_page_of_errors_is_true() throws IOException {
        Published.requireCommitted(
                PAGES.resolve("errors.md"), Published.reference().errors());
    }
}
