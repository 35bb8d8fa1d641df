package dev.countersign.server.config;

import dev.countersign.server.config.Schema.AreaShape;
import dev.countersign.server.config.Schema.KeyShape;
import dev.countersign.server.config.Schema.SectionShape;
import dev.countersign.server.config.YamlFile.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the named sections: carriers, routes, templates.
final class PlanReader {
    private final Schema schema;
    private final Vocabulary vocabulary;
    private final Map<String, Found> found;
    private final AreaReader reader;
    private final List<Problem> problems;

    /// @param found what the file and the environment say, by key
    /// @param reader reads records from it
    /// @param problems takes what is wrong
    PlanReader(Schema schema, Map<String, Found> found, AreaReader reader, List<Problem> problems) {
        this.schema = schema;
        this.vocabulary = new Vocabulary(schema);
        this.found = found;
        this.reader = reader;
        this.problems = problems;
    }

    /// The variables that override keys of the sections that a file has, each with its key.
    static Map<String, String> variables(Schema schema, Set<String> keys) {
        Vocabulary vocabulary = new Vocabulary(schema);
        Map<String, String> variables = new LinkedHashMap<>();
        for (SectionShape section : schema.sections()) {
            for (String name : names(vocabulary, section.word(), keys)) {
                for (KeyShape key : section.keys()) {
                    String whole = section.word() + "." + name + "." + key.name();
                    variables.putIfAbsent(KeyShape.variable(whole), whole);
                }
            }
        }
        return variables;
    }

    private static Set<String> names(Vocabulary vocabulary, String section, Set<String> keys) {
        return keys.stream()
                .flatMap(key -> vocabulary.named(key).stream())
                .filter(named -> named.section().equals(section))
                .map(Vocabulary.Named::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Reads them all, and looks at whether they fit together.
    ///
    /// @param inbox whether everything goes to the inbox
    DeliveryPlan read(boolean inbox) {
        Map<String, CarrierConfig> carriers = new LinkedHashMap<>();
        Set<String> named = names("carriers");
        named.forEach(name -> carrier(name).ifPresent(carrier -> carriers.put(name, carrier)));
        DeliveryPlan plan = new DeliveryPlan(
                carriers, plain("routes", RouteConfig.class), plain("templates", TemplateConfig.class));
        new PlanRules(plan, named, this::origin, problems).judge(inbox);
        return plan;
    }

    private Set<String> names(String section) {
        return names(vocabulary, section, found.keySet());
    }

    private <T extends Record> Map<String, T> plain(String section, Class<T> type) {
        Map<String, T> all = new LinkedHashMap<>();
        AreaShape shape = shape(section).common();
        for (String name : names(section)) {
            reader.section(shape, section + "." + name).ifPresent(read -> all.put(name, type.cast(read)));
        }
        return all;
    }

    private SectionShape shape(String section) {
        return schema.sections().stream()
                .filter(each -> each.word().equals(section))
                .findFirst()
                .orElseThrow();
    }

    private Optional<CarrierConfig> carrier(String name) {
        String section = "carriers." + name;
        SectionShape shape = shape("carriers");
        Optional<Record> common = reader.section(shape.common(), section);
        if (!(common.orElse(null) instanceof CarrierCommon read)) {
            return Optional.empty();
        }
        AreaShape kind = Objects.requireNonNull(shape.kinds().get(read.kind().word()));
        boolean fits = onlyKeysOf(read.kind(), shape.common(), kind, section);
        return reader.section(kind, section)
                .filter(details -> fits)
                .map(details -> new CarrierConfig(name, read, (CarrierDetails) details));
    }

    private boolean onlyKeysOf(CarrierKind kind, AreaShape common, AreaShape own, String section) {
        List<String> allowed = new ArrayList<>();
        common.keys().forEach(key -> allowed.add(section + "." + key.name()));
        own.keys().forEach(key -> allowed.add(section + "." + key.name()));
        List<String> strangers = found.keySet().stream()
                .filter(key -> key.startsWith(section + ".") && !allowed.contains(key))
                .toList();
        for (String stranger : strangers) {
            problems.add(new Problem(
                    origin(stranger),
                    stranger + " is no key of a carrier of kind " + kind.word()
                            + new Nearest(allowed)
                                    .to(stranger, 2)
                                    .map(meant -> "; did you mean " + meant + "?")
                                    .orElse("")));
        }
        return strangers.isEmpty();
    }

    /// Where a key is; of a section, where it begins.
    private String origin(String key) {
        return found.entrySet().stream()
                .filter(each -> each.getKey().equals(key) || each.getKey().startsWith(key + "."))
                .findFirst()
                .map(each -> each.getValue().origin())
                .orElse("");
    }
}
