package dev.countersign.store;

import dev.countersign.policy.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// How tags stand in a column: `key=value`, one a line. Neither holds a line break.
final class TagLines {
    private TagLines() {}

    static String written(List<Tag> tags) {
        return tags.stream()
                .sorted(Comparator.comparing(Tag::key))
                .map(tag -> tag.key().replace("%", "%25").replace("=", "%3D") + "=" + tag.value())
                .collect(Collectors.joining("\n"));
    }

    static List<Tag> read(String lines) {
        return lines.isEmpty() ? List.of() : lines.lines().map(TagLines::tag).toList();
    }

    private static Tag tag(String line) {
        int end = line.indexOf('=');
        return new Tag(line.substring(0, end).replace("%3D", "=").replace("%25", "%"), line.substring(end + 1));
    }
}
