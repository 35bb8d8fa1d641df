package dev.countersign.server.config;

import dev.countersign.server.config.YamlFile.Found;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads a configuration: the environment before the file before the defaults.
public final class ConfigurationReader {
    private static final String PREFIX = "COUNTERSIGN_";
    private static final int SLIP = 2;

    private final Map<String, String> environment;
    private final Schema schema = new Schema();

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
        Vocabulary known = new Vocabulary(schema);
        Map<String, Found> found = new LinkedHashMap<>(
                file.map(path -> new YamlFile(path, known, problems).read()).orElseGet(Map::of));
        overrides(found, problems);
        AreaReader reader = new AreaReader(found, problems);
        List<Object> parts = new ArrayList<>();
        schema.areas().forEach(area -> parts.add(reader.area(area)));
        boolean inbox = parts.stream().anyMatch(area -> area instanceof DeliveryConfig delivery && delivery.inbox());
        DeliveryPlan plan = new PlanReader(schema, found, reader, problems).read(inbox);
        parts.add(plan);
        if (!problems.isEmpty()) {
            throw new ConfigurationRefused(problems);
        }
        return new Loaded(
                (Configuration) Schema.make(Configuration.class, parts),
                List.copyOf(reader.effective()),
                PlanRules.warnings(plan));
    }

    private void overrides(Map<String, Found> found, List<Problem> problems) {
        Map<String, String> keysByVariable = new HashMap<>(PlanReader.variables(schema, Set.copyOf(found.keySet())));
        schema.keys().forEach(key -> keysByVariable.put(key.variable(), key.name()));
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
}
