package dev.countersign.gateway.action;

import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Checks what all actions publish, at boot: every mistake in one report, and no start with any.
public final class SpecCheck {
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Za-z0-9]*(\\.[A-Z][A-Za-z0-9]*)?|[a-z][a-z0-9-]*"
            + "|isv\\.[A-Z][A-Za-z]*|((isv|isp|biz)\\.)?[A-Z]+(_[A-Z]+)*");

    private final Map<String, Dialect> dialects;

    /// @param dialects by name
    public SpecCheck(Map<String, Dialect> dialects) {
        this.dialects = dialects;
    }

    /// Passes when nothing is wrong.
    ///
    /// @throws IllegalStateException with every problem, one a line
    public void require(List<Product> products) {
        List<String> problems = problems(products);
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the published actions are not sound:\n" + String.join("\n", problems));
        }
    }

    /// Every problem, one sentence each.
    public List<String> problems(List<Product> products) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Product product : products) {
            Dialect dialect = dialects.get(product.dialect());
            if (dialect == null) {
                problems.add(product.name() + " is spoken by no dialect called " + product.dialect());
                continue;
            }
            for (Action<?, ?> action : product.actions()) {
                ActionSpec<?, ?> spec = action.spec();
                if (!names.add(product.dialect() + " " + spec.name() + " " + product.version())) {
                    problems.add(spec.name() + " " + product.version() + " is published twice");
                }
                spec(spec, dialect, problems);
            }
        }
        return problems;
    }

    private static void spec(ActionSpec<?, ?> spec, Dialect dialect, List<String> problems) {
        if (spec.summary().isBlank()) {
            problems.add(spec.name() + " has no summary");
        }
        if (spec.perSecond() < 1) {
            problems.add(spec.name() + " takes no call at all");
        }
        try {
            fields(spec, RecordShape.of(spec.request(), dialect.naming()), spec.name(), true, problems);
            fields(spec, RecordShape.of(spec.response(), dialect.naming()), spec.name() + " answer", false, problems);
        } catch (IllegalStateException unsound) {
            problems.add(String.valueOf(unsound.getMessage()));
        }
        for (PublishedCode code : spec.codes()) {
            if (!CODE.matcher(code.code()).matches()) {
                problems.add(spec.name() + " publishes " + code.code() + ", which is no code of the form Kind.Detail");
            }
            if (code.text().isBlank()) {
                problems.add(spec.name() + " publishes " + code.code() + " without a text");
            }
        }
        for (Class<? extends Refusal> family : spec.families()) {
            cases(family)
                    .filter(type -> !CallRefusal.class.isAssignableFrom(type))
                    .filter(type -> spec.codes().stream()
                            .noneMatch(code -> code.refusal()
                                    .filter(published -> published.isAssignableFrom(type))
                                    .isPresent()))
                    .forEach(type -> problems.add(spec.name() + " publishes no code for " + type.getSimpleName()));
        }
    }

    private static java.util.stream.Stream<Class<?>> cases(Class<?> family) {
        Class<?>[] permitted = family.getPermittedSubclasses();
        return permitted == null
                ? java.util.stream.Stream.of(family)
                : java.util.Arrays.stream(permitted).flatMap(SpecCheck::cases);
    }

    private static void fields(
            ActionSpec<?, ?> spec, RecordShape shape, String where, boolean request, List<String> problems) {
        for (Member member : shape.members()) {
            String name = where + "." + member.name();
            Field field = member.field();
            if (field.doc().isBlank()) {
                problems.add(name + " is not documented");
            }
            if (request
                    && !member.optional()
                    && member.object() == null
                    && field.example().isEmpty()) {
                problems.add(name + " is required and has no example");
            }
            Pattern pattern = member.pattern();
            if (pattern != null
                    && !field.example().isEmpty()
                    && !pattern.matcher(field.example()).matches()) {
                problems.add(name + " has an example that its own pattern refuses");
            }
            for (String code : List.of(field.whenEmpty(), field.whenMalformed())) {
                if (!code.isEmpty() && spec.code(code).isEmpty()) {
                    problems.add(name + " names " + code + ", which the action does not publish");
                }
            }
            if (member.object() != null) {
                fields(spec, member.object(), name, request, problems);
            }
        }
    }
}
