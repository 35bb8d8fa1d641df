package dev.countersign.server.config;

import dev.countersign.server.config.Schema.KeyShape;
import dev.countersign.server.config.Schema.SectionShape;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The keys that a file can have, with any names that its writer gives to sections.
final class Vocabulary {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    private final Set<String> areas;
    private final Map<String, Set<String>> sections;

    /// A key of a named section, taken apart.
    ///
    /// @param section `carriers`
    /// @param name what its writer calls it
    /// @param rest the key within it; empty when it is the section itself
    record Named(String section, String name, String rest) {}

    Vocabulary(Schema schema) {
        areas = schema.keys().stream().map(KeyShape::name).collect(Collectors.toSet());
        sections = schema.sections().stream()
                .collect(Collectors.toMap(
                        SectionShape::word,
                        section -> section.keys().stream()
                                .map(KeyShape::name)
                                .collect(Collectors.toCollection(TreeSet::new))));
    }

    /// Takes a key apart; empty when it belongs to no named section.
    Optional<Named> named(String key) {
        String[] parts = key.split("\\.", 3);
        if (parts.length < 2 || !sections.containsKey(parts[0])) {
            return Optional.empty();
        }
        return Optional.of(new Named(parts[0], parts[1], parts.length == 3 ? parts[2] : ""));
    }

    /// Whether it is a key.
    boolean has(String key) {
        return areas.contains(key)
                || named(key)
                        .filter(named -> NAME.matcher(named.name()).matches())
                        .filter(named -> rests(named).contains(named.rest()))
                        .isPresent();
    }

    /// Whether keys begin so, a full stop after it.
    boolean begins(String key) {
        return sections.containsKey(key)
                || areas.stream().anyMatch(each -> each.startsWith(key + "."))
                || named(key)
                        .filter(named -> named.rest().isEmpty()
                                && NAME.matcher(named.name()).matches())
                        .isPresent();
    }

    /// What is wrong with a key that is none.
    String unknown(String key) {
        if (begins(key)) {
            return key + " must hold keys with values";
        }
        return named(key).map(named -> unknown(named, key)).orElseGet(() -> key + " is no key" + meant(key));
    }

    private String unknown(Named named, String key) {
        if (!NAME.matcher(named.name()).matches()) {
            return key + " has a name that can't be one: it is made of a-z, 0-9 and -, 32 at the most";
        }
        return key + " is no key"
                + new Nearest(rests(named))
                        .to(named.rest(), Math.max(2, named.rest().length() / 3))
                        .map(rest -> "; did you mean " + named.section() + "." + named.name() + "." + rest + "?")
                        .orElse("");
    }

    private String meant(String key) {
        Set<String> words = new TreeSet<>(areas);
        areas.forEach(each -> words.add(each.replaceFirst("\\..*", "")));
        words.addAll(sections.keySet());
        Function<String, Optional<String>> nearest =
                word -> new Nearest(words).to(word, Math.max(2, word.length() / 3));
        int dot = key.indexOf('.');
        Optional<String> section =
                dot < 0 ? Optional.empty() : new Nearest(sections.keySet()).to(key.substring(0, dot), 2);
        return section.map(word -> word + key.substring(dot))
                .or(() -> nearest.apply(key))
                .map(word -> "; did you mean " + word + "?")
                .orElse("");
    }

    private Set<String> rests(Named named) {
        return sections.getOrDefault(named.section(), Set.of());
    }
}
