package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.Product;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The actions that were searched for.
///
/// @param wanted what was typed
/// @param groups what was found, by product
/// @param total how many actions there are
/// @param found how many were found
public record IndexScreen(String wanted, List<Group> groups, int total, int found) {
    /// Copies the groups.
    public IndexScreen {
        groups = List.copyOf(groups);
    }

    /// A product with what was found of it.
    public record Group(Product product, List<Entry> entries) {}

    static IndexScreen of(String wanted, Catalogue catalogue) {
        List<Entry> found = catalogue.search(wanted);
        Map<Product, List<Entry>> byProduct = new LinkedHashMap<>();
        found.forEach(entry -> byProduct
                .computeIfAbsent(entry.product(), product -> new ArrayList<>())
                .add(entry));
        return new IndexScreen(
                wanted,
                byProduct.entrySet().stream()
                        .map(one -> new Group(one.getKey(), List.copyOf(one.getValue())))
                        .toList(),
                catalogue.all().size(),
                found.size());
    }
}
