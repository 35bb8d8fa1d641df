package dev.countersign.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How rows look in a terminal.
final class TextTableTest {
    @Test
    void columns_stand_below_each_other_also_with_characters_of_double_width() {
        assertThat(new TextTable(80).row("a", "b", "c").row("验证", "22", "x").lines())
                .containsExactly("a     b   c", "验证  22  x");
    }

    @Test
    void the_last_cell_is_cut_at_the_edge_and_lines_end_without_blanks() {
        assertThat(new TextTable(30).row("12345", "x".repeat(60)).row("1", "").lines())
                .containsExactly("12345  " + "x".repeat(22) + "\u2026", "1");
        assertThat(new TextTable(30).row("12345", "验".repeat(60)).lines())
                .containsExactly("12345  " + "验".repeat(11) + "\u2026");
    }

    @Test
    void what_others_wrote_moves_no_cursor() {
        assertThat(new TextTable(80).row("a\u001b[2Jb", "one\ntwo\u202e\u0007").lines())
                .containsExactly("a\uFFFD[2Jb  one two\uFFFD\uFFFD");
    }

    @Test
    void a_terminal_that_says_nothing_sensible_has_a_hundred_columns() {
        assertThat(TextTable.width("132")).isEqualTo(132);
        assertThat(TextTable.width("")).isEqualTo(100);
        assertThat(TextTable.width("-1")).isEqualTo(100);
        assertThat(TextTable.width("9999")).isEqualTo(400);
    }
}
