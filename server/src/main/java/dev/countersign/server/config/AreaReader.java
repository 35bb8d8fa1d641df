package dev.countersign.server.config;

import dev.countersign.server.config.Loaded.Effective;
import dev.countersign.server.config.Schema.AreaShape;
import dev.countersign.server.config.Schema.KeyShape;
import dev.countersign.server.config.YamlFile.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Reads the records of areas and named sections from what was found, collecting what is wrong.
final class AreaReader {
    private final Values values = new Values();
    private final Map<String, Found> found;
    private final List<Effective> effective = new ArrayList<>();
    private final List<Problem> problems;

    /// @param found what the file and the environment say, by key
    /// @param problems takes what is wrong
    AreaReader(Map<String, Found> found, List<Problem> problems) {
        this.found = found;
        this.problems = problems;
    }

    /// Each key that was read, with its value and origin.
    List<Effective> effective() {
        return effective;
    }

    /// Reads an area, which has a default for everything.
    Record area(AreaShape area) {
        return read(area, "", "").orElseGet(area::defaults);
    }

    /// Reads what a named section has; empty when something is wrong with it.
    ///
    /// @param section as `carriers.acme`
    Optional<Record> section(AreaShape shape, String section) {
        return read(shape, section + ".", section + ": ");
    }

    private Optional<Record> read(AreaShape area, String prefix, String who) {
        List<Object> read = new ArrayList<>();
        int before = problems.size();
        for (Schema.Member member : area.members()) {
            switch (member) {
                case KeyShape key -> read.add(value(key, prefix));
                case AreaShape within -> read.add(read(within, prefix, who).orElseGet(within::defaults));
            }
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        try {
            return Optional.of(Schema.make(area.type(), read));
        } catch (IllegalArgumentException refused) {
            problems.add(new Problem(origin(area, prefix), who + refused.getMessage()));
            return Optional.empty();
        }
    }

    private Object value(KeyShape key, String prefix) {
        String name = prefix + key.name();
        Found given = found.get(name);
        if (given == null) {
            if (key.about().required()) {
                problems.add(new Problem(origin(prefix), name + " is missing"));
            } else {
                effective.add(new Effective(name, values.show(key.standard()), "default"));
            }
            return key.standard();
        }
        try {
            Object value = values.read(key.component().getGenericType(), given.raw());
            effective.add(new Effective(name, values.show(value), given.origin()));
            return value;
        } catch (IllegalArgumentException refused) {
            problems.add(new Problem(given.origin(), name + " " + refused.getMessage()));
            return key.standard();
        }
    }

    /// Where an area's values were given: one of them is the one that is refused. Of a named section, where
    /// it begins.
    private String origin(AreaShape area, String prefix) {
        if (!prefix.isEmpty()) {
            return origin(prefix);
        }
        return area.keys().stream()
                .flatMap(key -> Optional.ofNullable(found.get(key.name())).stream())
                .map(Found::origin)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private String origin(String prefix) {
        return found.entrySet().stream()
                .filter(each -> each.getKey().startsWith(prefix))
                .findFirst()
                .map(each -> each.getValue().origin())
                .orElse("");
    }
}
