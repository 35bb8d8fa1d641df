package dev.countersign.architecture;

import java.util.List;
import java.util.stream.Stream;

/// All rules, for one layout.
final class Rules {
    private Rules() {}

    /// Every rule, who may know whom first.
    static List<Rule> of(Layout layout) {
        return Stream.of(
                        new DependencyRules(layout).all(),
                        new LibraryRules(layout).all(),
                        new ConductRules(layout).all())
                .flatMap(List::stream)
                .toList();
    }
}
