package dev.countersign.gateway.publish;

import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.action.RecordShape;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/// The parts of the error catalogue.
final class ErrorPage {
    private static final Dialect.Manner CHINESE = new Dialect.Manner("zh-CN");

    private ErrorPage() {}

    /// The codes that any call of a dialect can get.
    static String common(Dialect dialect) {
        List<ErrorCode> english = dialect.commonCodes(Dialect.Manner.ENGLISH);
        List<ErrorCode> chinese = dialect.commonCodes(CHINESE);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < english.size(); i++) {
            ErrorCode code = english.get(i);
            rows.add(List.of(
                    Markdown.code(code.code()),
                    Integer.toString(code.status()),
                    code.kind().word(),
                    Markdown.prose(code.message()),
                    Markdown.prose(chinese.get(i).message())));
        }
        return "## Common codes of `" + dialect.name() + "`\n\n"
                + Markdown.table(List.of("Code", "Status", "Kind", "English", "Chinese"), rows);
    }

    /// The codes of one action, with what causes each.
    static String of(ActionSpec<?, ?> spec, Dialect dialect) {
        List<List<String>> rows = spec.codes().stream()
                .map(code -> List.of(
                        Markdown.code(code.code()),
                        code.sent() ? Integer.toString(code.status()) : "",
                        cause(spec, code, dialect),
                        Markdown.prose(code.text()),
                        Markdown.prose(dialect.wording(code.code(), code.text(), CHINESE))))
                .toList();
        return "### " + spec.name() + "\n\n"
                + (rows.isEmpty()
                        ? "No codes of its own.\n"
                        : Markdown.table(List.of("Code", "Status", "Cause", "English", "Chinese"), rows));
    }

    private static String cause(ActionSpec<?, ?> spec, PublishedCode code, Dialect dialect) {
        if (!code.sent()) {
            return dialect.commonCodes(Dialect.Manner.ENGLISH).stream()
                            .anyMatch(common -> common.code().equals(code.code()))
                    ? "as for any call"
                    : "the vendor's own, not sent here";
        }
        List<String> causes = new ArrayList<>();
        code.refusal().ifPresent(refusal -> causes.add(Markdown.code(refusal.getSimpleName())));
        for (ActionPage.Nested nested : ActionPage.flat(RecordShape.of(spec.request(), dialect.naming()), "")) {
            if (nested.member().field().whenEmpty().equals(code.code())) {
                causes.add("empty " + Markdown.code(nested.path()));
            }
            if (nested.member().field().whenMalformed().equals(code.code())) {
                causes.add("malformed " + Markdown.code(nested.path()));
            }
        }
        return String.join(", ", causes);
    }
}
