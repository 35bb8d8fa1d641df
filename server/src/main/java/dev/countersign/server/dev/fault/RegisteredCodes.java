package dev.countersign.server.dev.fault;

import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.action.Registered;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.value.RequestId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The codes of the actions that this installation publishes.
public final class RegisteredCodes implements KnownCodes {
    // Only whether a code exists is asked, never its text, so any id will do.
    private static final RequestId NO_REQUEST = new RequestId("00000000-0000-4000-8000-000000000000");

    private final ActionRegistry registry;
    private final List<Dialect> dialects;

    /// @param registry the published actions
    /// @param dialects the dialects that speak them
    public RegisteredCodes(ActionRegistry registry, List<Dialect> dialects) {
        this.registry = registry;
        this.dialects = List.copyOf(dialects);
    }

    @Override
    public Set<String> actions() {
        return registry.actions().stream().map(one -> one.spec().name()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public boolean answers(String action, String code) {
        return called(action).anyMatch(one -> one.spec().code(code).isPresent() || common(one, code));
    }

    private boolean common(Registered<?, ?> action, String code) {
        return dialects.stream()
                .filter(dialect -> dialect.name().equals(action.product().dialect()))
                .anyMatch(dialect ->
                        dialect.named(code, NO_REQUEST, Dialect.Manner.ENGLISH).isPresent());
    }

    @Override
    public Set<String> published(String action) {
        return called(action)
                .flatMap(one -> one.spec().codes().stream())
                .map(PublishedCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Registered<?, ?>> called(String action) {
        return registry.actions().stream().filter(one -> one.spec().name().equals(action));
    }
}
