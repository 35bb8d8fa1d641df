package dev.countersign.server.config;

import dev.countersign.server.config.Loaded.Effective;
import dev.countersign.server.config.Schema.AreaShape;
import dev.countersign.server.config.Schema.KeyShape;
import dev.countersign.server.config.YamlFile.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a configuration: the environment before the file before the defaults.
public final class ConfigurationReader {
    private static final String PREFIX = "COUNTERSIGN_";
    private static final int SLIP = 2;

    private final Map<String, String> environment;
    private final Schema schema = new Schema();
    private final Values values = new Values();

    /// @param environment the variables of this process
    public ConfigurationReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /// Reads it.
    ///
    /// @param file the file; empty for none
    /// @throws ConfigurationRefused with all that is wrong
    public Loaded read(Optional<Path> file) {
        List<Problem> problems = new ArrayList<>();
        Set<String> known = schema.keys().stream().map(KeyShape::name).collect(Collectors.toSet());
        Map<String, Found> found = new LinkedHashMap<>(
                file.map(path -> new YamlFile(path, known, problems).read()).orElseGet(Map::of));
        overrides(found, problems);
        List<Effective> effective = new ArrayList<>();
        List<Object> areas = new ArrayList<>();
        for (AreaShape area : schema.areas()) {
            areas.add(read(area, found, effective, problems));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationRefused(problems);
        }
        return new Loaded((Configuration) Schema.make(Configuration.class, areas), List.copyOf(effective));
    }

    private void overrides(Map<String, Found> found, List<Problem> problems) {
        Map<String, String> keysByVariable =
                schema.keys().stream().collect(Collectors.toMap(KeyShape::variable, KeyShape::name));
        Nearest nearest = new Nearest(keysByVariable.keySet());
        environment.forEach((variable, value) -> {
            String key = keysByVariable.get(variable);
            if (key != null) {
                found.put(key, new Found(new Raw.Scalar(value), variable));
            } else if (variable.startsWith(PREFIX)) {
                // Others may begin so too: a secret's own, the script's. Only a likely slip is refused.
                nearest.to(variable, SLIP)
                        .ifPresent(meant -> problems.add(
                                new Problem(variable, "no key has this variable; did you mean " + meant + "?")));
            }
        });
    }

    private Object read(AreaShape area, Map<String, Found> found, List<Effective> effective, List<Problem> problems) {
        List<Object> read = new ArrayList<>();
        int before = problems.size();
        for (KeyShape key : area.keys()) {
            Found given = found.get(key.name());
            Object value = given == null ? key.standard() : value(key, given, problems);
            read.add(value);
            effective.add(new Effective(key.name(), values.show(value), given == null ? "default" : given.origin()));
        }
        if (problems.size() > before) {
            return area.defaults();
        }
        try {
            return Schema.make(area.type(), read);
        } catch (IllegalArgumentException refused) {
            problems.add(new Problem(given(area, found), String.valueOf(refused.getMessage())));
            return area.defaults();
        }
    }

    /// Where an area's values were given: one of them is the one that is refused.
    private static String given(AreaShape area, Map<String, Found> found) {
        return area.keys().stream()
                .flatMap(key -> Optional.ofNullable(found.get(key.name())).stream())
                .map(Found::origin)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private Object value(KeyShape key, Found given, List<Problem> problems) {
        try {
            return values.read(key.component().getGenericType(), given.raw());
        } catch (IllegalArgumentException refused) {
            problems.add(new Problem(given.origin(), key.name() + " " + refused.getMessage()));
            return key.standard();
        }
    }
}
