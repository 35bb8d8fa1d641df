package dev.countersign.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows in columns, as wide as they need.
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /// @param head what stands above
    Table(String... head) {
        rows.add(List.of(head));
    }

    /// Adds a row.
    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /// The lines.
    List<String> lines() {
        List<Integer> widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .boxed()
                .toList();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            line.append(row.get(column))
                    .repeat(" ", widths.get(column) - row.get(column).length() + 2);
        }
        return line.toString().stripTrailing();
    }
}
