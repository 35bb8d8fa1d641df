package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.Route;
import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Naming;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Which action stands behind a method and a path. A path of letters goes before one with parameters.
final class RouteTable {
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(String method, PathTemplate path, Call.Target target) {}

    /// What a method and a path lead to.
    ///
    /// @param target the action
    /// @param parameters what the path itself gives
    record Match(Call.Target target, Value.Fields parameters) {}

    /// @throws IllegalStateException when two actions share a method and path, or a path's parameters are not
    ///     exactly the `inPath` fields of its action
    RouteTable(List<Product> products) {
        for (Product product : products) {
            if (product.dialect().equals(RestDialect.NAME)) {
                product.actions().forEach(action -> add(product, action));
            }
        }
        entries.sort(Comparator.comparingInt(entry -> entry.path().parameters().size()));
    }

    private void add(Product product, Action<?, ?> action) {
        ActionSpec<?, ?> spec = action.spec();
        Route route = spec.route().orElseThrow(() -> new IllegalStateException(spec.name() + " has no route"));
        PathTemplate path = PathTemplate.of(route.path());
        if (entries.stream()
                .anyMatch(entry -> entry.method().equals(route.method())
                        && entry.path().shape().equals(path.shape()))) {
            throw new IllegalStateException(route.method() + " " + route.path() + " stands for two actions");
        }
        if (!new HashSet<>(path.parameters()).equals(inPath(spec))) {
            throw new IllegalStateException(spec.name() + ": the parameters of " + route.path()
                    + " are not the fields that are marked as being in the path");
        }
        entries.add(new Entry(
                route.method(),
                path,
                new Call.Target(RestDialect.NAME, spec.name(), product.version(), product.name())));
    }

    private static Set<String> inPath(ActionSpec<?, ?> spec) {
        return RecordShape.of(spec.request(), Naming.CAMEL).members().stream()
                .filter(member -> member.field().inPath())
                .map(RecordShape.Member::name)
                .collect(Collectors.toSet());
    }

    /// Finds the action.
    ///
    /// @throws Refused with [CallRefusal.ActionUnknown] when there is no such path, with
    ///     [CallRefusal.MethodUnsupported] when it does not take the method
    Match require(String method, String path) {
        List<Entry> there =
                entries.stream().filter(entry -> entry.path().matches(path)).toList();
        if (there.isEmpty()) {
            throw new Refused(new CallRefusal.ActionUnknown(path, "v1", ""));
        }
        Entry entry = there.stream()
                .filter(known -> known.method().equals(method))
                .findFirst()
                .orElseThrow(() -> new Refused(new CallRefusal.MethodUnsupported(
                        method, there.stream().map(Entry::method).distinct().toList())));
        return new Match(entry.target(), entry.path().read(path));
    }
}
