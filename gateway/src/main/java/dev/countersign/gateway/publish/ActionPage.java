package dev.countersign.gateway.publish;

import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.action.RecordShape.Member;
import dev.countersign.gateway.action.Route;
import dev.countersign.gateway.dialect.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The part of the reference that one action gets.
final class ActionPage {
    private ActionPage() {}

    static String of(ActionSpec<?, ?> spec, Naming naming) {
        StringBuilder page = new StringBuilder("### " + spec.name() + "\n\n" + spec.summary() + "\n\n");
        spec.route().ifPresent(route -> page.append(standing(route, spec.scope())));
        page.append("At most ").append(spec.perSecond()).append(" calls a second.\n");
        section(page, "Parameters", parameters(RecordShape.of(spec.request(), naming)));
        section(page, "Answer", answer(RecordShape.of(spec.response(), naming)));
        String codes = spec.codes().stream()
                .map(PublishedCode::code)
                .distinct()
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        section(page, "Codes of its own", codes.isEmpty() ? "" : codes + "\n");
        return page.toString();
    }

    private static String standing(Route route, String scope) {
        return Markdown.code(route.method() + " " + route.path()) + ", answered with " + route.status()
                + ". A key needs the scope " + Markdown.code(scope) + ".\n\n";
    }

    private static void section(StringBuilder page, String title, String content) {
        page.append("\n**").append(title).append("**").append(content.isEmpty() ? ": none.\n" : "\n\n" + content);
    }

    private static String parameters(RecordShape request) {
        List<List<String>> rows = new ArrayList<>();
        for (Nested nested : flat(request, "")) {
            Member member = nested.member();
            rows.add(List.of(
                    Markdown.code(nested.path()),
                    member.typeWord(),
                    member.optional() ? "no" : "yes",
                    Markdown.prose(member.field().doc()),
                    Markdown.code(member.field().example()),
                    Markdown.code(member.field().pattern())));
        }
        return Markdown.table(List.of("Name", "Type", "Required", "What it is", "Example", "Pattern"), rows);
    }

    private static String answer(RecordShape response) {
        return Markdown.table(
                List.of("Name", "Type", "What it is"),
                flat(response, "").stream()
                        .map(nested -> List.of(
                                Markdown.code(nested.path()),
                                nested.member().typeWord() + (nested.member().optional() ? ", may be absent" : ""),
                                Markdown.prose(nested.member().field().doc())))
                        .toList());
    }

    /// A member with the names of those around it.
    record Nested(String path, Member member) {}

    /// All members, those of inner records behind the member that holds them.
    static List<Nested> flat(RecordShape shape, String prefix) {
        List<Nested> all = new ArrayList<>();
        for (Member member : shape.members()) {
            String path = prefix + member.name() + (member.list() ? "[]" : "");
            all.add(new Nested(path, member));
            RecordShape inner = member.object();
            if (inner != null) {
                all.addAll(flat(inner, path + "."));
            }
        }
        return all;
    }
}
