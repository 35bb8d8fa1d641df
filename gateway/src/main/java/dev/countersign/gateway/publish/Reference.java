package dev.countersign.gateway.publish;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.Naming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The generated pages and files: `docs/reference/actions.md`, `docs/reference/errors.md`, and the surface of
/// each action, which a test freezes.
public final class Reference {
    private final List<Product> products;
    private final Map<String, Dialect> dialects;

    /// @param products what is published
    /// @param dialects who speaks it
    public Reference(List<Product> products, List<Dialect> dialects) {
        this.products = List.copyOf(products);
        this.dialects = dialects.stream()
                .collect(Collectors.toMap(Dialect::name, dialect -> dialect, (one, other) -> one, LinkedHashMap::new));
    }

    /// `actions.md`: every action with its parameters, answer and codes.
    public String actions() {
        StringBuilder page = new StringBuilder("""
                # Actions

                Generated from the actions themselves: change those, then run `./dev fix`.
                """);
        for (Product product : products) {
            page.append("\n## ").append(product.name()).append(' ').append(product.version());
            page.append("\n\nSpoken by the dialect `").append(product.dialect()).append("`.");
            page.append(product.needsSubscription() ? " A tenant must have subscribed to it.\n" : "\n");
            for (Action<?, ?> action : product.actions()) {
                page.append('\n').append(ActionPage.of(action.spec(), naming(product)));
            }
        }
        return page.toString();
    }

    /// `errors.md`: every code that can be answered, and those that only the vendor knows.
    public String errors() {
        StringBuilder page = new StringBuilder("""
                # Error codes

                Generated from the actions and dialects themselves: change those, then run `./dev fix`.
                """);
        dialects.values().forEach(dialect -> page.append('\n').append(ErrorPage.common(dialect)));
        for (Product product : products) {
            page.append("\n## ")
                    .append(product.name())
                    .append(' ')
                    .append(product.version())
                    .append('\n');
            for (Action<?, ?> action : product.actions()) {
                page.append('\n').append(ErrorPage.of(action.spec(), dialect(product)));
            }
        }
        return page.toString();
    }

    /// The surface of each action, by file name: `intlpartnersmgt-2022-09-28-SendVerifyCode.txt`.
    public Map<String, String> surfaces() {
        Map<String, String> files = new LinkedHashMap<>();
        for (Product product : products) {
            for (Action<?, ?> action : product.actions()) {
                files.put(
                        product.name() + "-" + product.version() + "-"
                                + action.spec().name() + ".txt",
                        Surface.of(product, action.spec(), naming(product)));
            }
        }
        return files;
    }

    private Naming naming(Product product) {
        return dialect(product).naming();
    }

    private Dialect dialect(Product product) {
        Dialect dialect = dialects.get(product.dialect());
        if (dialect == null) {
            throw new IllegalArgumentException(product.name() + " is spoken by no dialect called " + product.dialect());
        }
        return dialect;
    }
}
