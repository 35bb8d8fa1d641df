package dev.countersign.server.console.doctor;

import dev.countersign.gateway.Outcome.Called;
import dev.countersign.gateway.action.ActionRegistry;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.server.page.html.Language;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What codes mean: the action's own table first, then the common codes of its wire.
public final class CodeBook {
    private final ActionRegistry registry;
    private final List<Dialect> dialects;

    /// @param registry the published actions
    /// @param dialects how they are spoken
    public CodeBook(ActionRegistry registry, List<Dialect> dialects) {
        this.registry = registry;
        this.dialects = List.copyOf(dialects);
    }

    /// The text of a code, in the visitor's language where the wire has it; empty for a code that nobody
    /// publishes.
    String meaning(Called called, String code, Language language) {
        Dialect.Manner manner = language == Language.ZH ? new Dialect.Manner("zh-CN") : Dialect.Manner.ENGLISH;
        return dialects.stream()
                .filter(dialect -> dialect.name().equals(called.dialect()))
                .findFirst()
                .flatMap(dialect -> spec(called)
                        .flatMap(spec -> spec.code(code))
                        .map(published -> dialect.wording(code, published.text(), manner))
                        .or(() -> dialect.commonCodes(manner).stream()
                                .filter(common -> common.code().equals(code))
                                .map(common -> common.message())
                                .findFirst()))
                .orElse("");
    }

    private Optional<ActionSpec<?, ?>> spec(Called called) {
        return registry.products().stream()
                .filter(product -> product.dialect().equals(called.dialect())
                        && product.name().equals(called.product())
                        && product.version().equals(called.version()))
                .flatMap(product -> product.actions().stream())
                .<ActionSpec<?, ?>>map(action -> action.spec())
                .filter(spec -> spec.name().equals(called.action()))
                .findFirst();
    }

    /// Where the Explorer shows the action; empty for none that is published.
    public static String address(Called called) {
        return called.product().isEmpty()
                ? ""
                : "/console/explorer/"
                        + String.join(
                                "/",
                                Stream.of(called.dialect(), called.product(), called.version(), called.action())
                                        .map(Form::encoded)
                                        .toList());
    }
}
