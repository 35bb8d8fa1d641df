package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.dialect.Dialect;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The actions that run, as the registry has them: nothing is listed twice.
public final class Catalogue {
    private static final int MOST_WORDS = 8;

    private final List<Entry> entries;

    /// @param registry the published actions
    /// @param dialects how they are spoken
    public Catalogue(ActionRegistry registry, List<Dialect> dialects) {
        Map<String, Dialect> byName = dialects.stream().collect(Collectors.toMap(Dialect::name, Function.identity()));
        this.entries = registry.products().stream()
                .flatMap(product -> Optional.ofNullable(byName.get(product.dialect())).stream()
                        .flatMap(dialect -> entries(product, dialect)))
                .toList();
    }

    private static Stream<Entry> entries(Product product, Dialect dialect) {
        return product.actions().stream().map(action -> Entry.of(product, action.spec(), dialect));
    }

    /// All of them, in the order of the reference.
    public List<Entry> all() {
        return entries;
    }

    /// The one at a path of dialect, product, version and action.
    Optional<Entry> find(List<String> path) {
        return entries.stream()
                .filter(entry -> path.equals(List.of(
                        entry.product().dialect(),
                        entry.product().name(),
                        entry.product().version(),
                        entry.name())))
                .findFirst();
    }

    /// Those that hold every word, the likeliest first: by name before by anything else.
    List<Entry> search(String wanted) {
        List<String> words = Stream.of(wanted.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        return entries.stream()
                .filter(entry -> words.stream().allMatch(entry.haystack()::contains))
                .sorted(Comparator.comparingInt(entry -> distance(entry, words)))
                .toList();
    }

    private static int distance(Entry entry, List<String> words) {
        String name = entry.name().toLowerCase(Locale.ROOT);
        return words.stream()
                .mapToInt(word -> name.startsWith(word) ? 0 : name.contains(word) ? 1 : 3)
                .sum();
    }
}
