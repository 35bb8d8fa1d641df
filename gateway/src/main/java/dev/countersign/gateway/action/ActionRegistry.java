package dev.countersign.gateway.action;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All published actions. An action is found by dialect, action and version, never by host or credential scope:
/// SDKs put `127`, `localhost:8080` or the product's name there.
public final class ActionRegistry {
    private final Map<Key, Registered<?, ?>> byKey = new HashMap<>();
    private final List<Product> products;

    private record Key(String dialect, String action, String version) {}

    /// @param products what is published
    /// @param dialects the dialects that speak them
    /// @throws IllegalStateException when [SpecCheck] finds anything wrong; the message has all of it
    public ActionRegistry(List<Product> products, List<Dialect> dialects) {
        this.products = List.copyOf(products);
        Map<String, Dialect> byName = new HashMap<>();
        dialects.forEach(dialect -> byName.put(dialect.name(), dialect));
        new SpecCheck(byName).require(products);
        for (Product product : products) {
            Dialect dialect = java.util.Objects.requireNonNull(byName.get(product.dialect()));
            for (Action<?, ?> action : product.actions()) {
                byKey.put(
                        new Key(product.dialect(), action.spec().name(), product.version()),
                        new Registered<>(product, action, dialect));
            }
        }
    }

    /// What is published.
    public List<Product> products() {
        return products;
    }

    /// All actions.
    public List<Registered<?, ?>> actions() {
        return new ArrayList<>(byKey.values());
    }

    /// The action that a call names.
    ///
    /// @throws Refused with [CallRefusal.VersionUnknown] when no product has the version, else with
    ///     [CallRefusal.ActionUnknown]
    public Registered<?, ?> require(Call.Target target) {
        Registered<?, ?> action = byKey.get(new Key(target.dialect(), target.action(), target.version()));
        if (action != null) {
            return action;
        }
        List<Product> spoken = products.stream()
                .filter(product -> product.dialect().equals(target.dialect()))
                .toList();
        String service = spoken.stream()
                .filter(product -> product.version().equals(target.version()))
                .map(Product::name)
                .findFirst()
                .orElse("");
        if (service.isEmpty()) {
            String named = spoken.stream()
                    .filter(product -> product.actions().stream()
                            .anyMatch(known -> known.spec().name().equals(target.action())))
                    .map(Product::name)
                    .findFirst()
                    .orElse(target.service());
            throw new Refused(new CallRefusal.VersionUnknown(target.version(), named));
        }
        throw new Refused(new CallRefusal.ActionUnknown(target.action(), target.version(), service));
    }
}
