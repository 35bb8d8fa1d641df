package dev.countersign.gateway.publish;

import java.util.List;
import java.util.stream.Collectors;

/// Tables and inline code of Markdown pages.
final class Markdown {
    private Markdown() {}

    /// A table; an empty text when it has no rows.
    static String table(List<String> head, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        String rule = head.stream().map(column -> "---").collect(Collectors.joining("|", "|", "|\n"));
        return row(head) + rule + rows.stream().map(Markdown::row).collect(Collectors.joining());
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /// A bar would end the cell, even within code.
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }

    /// Text as prose: a `<` would begin a tag.
    static String prose(String text) {
        return text.replace("<", "&lt;");
    }

    /// Text as code; nothing for nothing. Texts that hold a backtick are fenced with two.
    static String code(String text) {
        if (text.isEmpty()) {
            return "";
        }
        return text.contains("`") ? "`` " + text + " ``" : "`" + text + "`";
    }
}
