package dev.countersign.gateway.publish;

import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Product;
import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.dialect.Naming;

/// What clients of an action rely on, one line each: committed files of it freeze names, types and codes.
final class Surface {
    private Surface() {}

    static String of(Product product, ActionSpec<?, ?> spec, Naming naming) {
        StringBuilder lines = new StringBuilder();
        lines.append("action ").append(spec.name()).append('\n');
        lines.append("product ")
                .append(product.name())
                .append(' ')
                .append(product.version())
                .append('\n');
        spec.route()
                .ifPresent(route -> lines.append("route ")
                        .append(route.method() + " " + route.path() + " " + route.status())
                        .append('\n'));
        for (ActionPage.Nested nested : ActionPage.flat(RecordShape.of(spec.request(), naming), "")) {
            lines.append("parameter ").append(nested.path()).append(": ");
            lines.append(nested.member().typeWord());
            lines.append(nested.member().optional() ? ", optional\n" : ", required\n");
        }
        for (ActionPage.Nested nested : ActionPage.flat(RecordShape.of(spec.response(), naming), "")) {
            lines.append("answer ").append(nested.path()).append(": ");
            lines.append(nested.member().typeWord());
            lines.append(nested.member().optional() ? ", may be absent\n" : "\n");
        }
        spec.codes().stream()
                .map(code -> "code " + code.code() + (code.sent() ? "\n" : ", not sent\n"))
                .distinct()
                .forEach(lines::append);
        return lines.toString();
    }
}
