package dev.countersign.server.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows for a person to read in a terminal. What others wrote moves no cursor: control characters are replaced.
final class TextTable {
    private static final int MOST_WIDTH = 400;
    private static final char REPLACEMENT = '\uFFFD';

    private final int width;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param width how wide the terminal is, in columns; the last cell of a row is cut there
    TextTable(int width) {
        this.width = width;
    }

    /// How wide a terminal is, as it says itself; 100 columns when it does not.
    static int width(String columns) {
        return columns.matches("[1-9][0-9]{1,3}") ? Math.min(MOST_WIDTH, Integer.parseInt(columns)) : 100;
    }

    /// Adds a row.
    TextTable row(String... cells) {
        List<String> clean = new ArrayList<>();
        for (String cell : cells) {
            clean.add(printable(cell));
        }
        rows.add(clean);
        return this;
    }

    /// The text in one line, without anything that a terminal obeys.
    static String printable(String text) {
        return text.codePoints()
                .map(c -> c == '\n' || c == '\t' ? ' ' : obeyed(c) ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// Controls, and what turns the direction of writing.
    private static boolean obeyed(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.FORMAT || type == Character.SURROGATE;
    }

    /// The lines, without blanks at their ends.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widest = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widest[i] = Math.max(widest[i], wide(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            int used = 0;
            for (int i = 0; i < row.size() - 1; i++) {
                line.append(row.get(i)).repeat(' ', widest[i] - wide(row.get(i)) + 2);
                used += widest[i] + 2;
            }
            lines.add(line.append(cut(row.getLast(), Math.max(20, width - used)))
                    .toString()
                    .stripTrailing());
        }
        return lines;
    }

    private static String cut(String text, int most) {
        if (wide(text) <= most) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            used += wide(c);
            if (used > most - 1) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return kept.append('\u2026').toString();
    }

    private static int wide(String text) {
        return text.codePoints().map(TextTable::wide).sum();
    }

    /// Characters of East Asia take two columns.
    private static int wide(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> 2;
            default -> (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF60) ? 2 : 1;
        };
    }
}
