package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.server.page.html.Language;
import java.util.ArrayList;
import java.util.List;

/// A code with what it means.
///
/// @param code the code
/// @param status the HTTP status
/// @param text its text, in the visitor's language where the wire has it
/// @param fields the parameters whose own check sends it
/// @param sent whether this server sends it; if not, only the vendor does
public record Meaning(String code, int status, String text, List<String> fields, boolean sent) {
    static Dialect.Manner manner(Language language) {
        return language == Language.ZH ? new Dialect.Manner("zh-CN") : Dialect.Manner.ENGLISH;
    }

    /// The codes of an action.
    static List<Meaning> of(Entry entry, Language language) {
        List<Row> rows = Row.of(entry.request());
        return entry.spec().codes().stream()
                .map(code -> new Meaning(
                        code.code(),
                        code.status(),
                        entry.dialect().wording(code.code(), code.text(), manner(language)),
                        fields(rows, code),
                        code.sent()))
                .distinct()
                .toList();
    }

    private static List<String> fields(List<Row> rows, PublishedCode code) {
        List<String> fields = new ArrayList<>();
        for (Row row : rows) {
            if (row.member().field().whenEmpty().equals(code.code())
                    || row.member().field().whenMalformed().equals(code.code())) {
                fields.add(row.path());
            }
        }
        return fields;
    }

    /// The codes that any call on this wire can get.
    static List<Meaning> common(Entry entry, Language language) {
        return entry.dialect().commonCodes(manner(language)).stream()
                .map((ErrorCode code) -> new Meaning(code.code(), code.status(), code.message(), List.of(), true))
                .toList();
    }
}
