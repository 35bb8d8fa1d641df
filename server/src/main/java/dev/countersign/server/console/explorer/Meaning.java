package dev.countersign.server.console.explorer;

import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.server.page.html.Language;
import dev.countersign.value.RequestId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A code with what it means.
///
/// @param code the code
/// @param status the HTTP status; 0 on a wire that answers everything with 200
/// @param text its text, in the visitor's language where the wire has it
/// @param fields the parameters whose own check sends it
/// @param sent whether this server sends it; if not, only the vendor does
public record Meaning(String code, int status, String text, List<String> fields, boolean sent) {
    private static final RequestId NOBODY = RequestId.of(new UUID(0, 0));
    private static final int FINE = 200;

    static Dialect.Manner manner(Language language) {
        return language == Language.ZH ? new Dialect.Manner("zh-CN") : Dialect.Manner.ENGLISH;
    }

    /// The codes of an action.
    static List<Meaning> of(Entry entry, Language language) {
        List<Row> rows = Row.of(entry.request());
        return entry.spec().codes().stream()
                .map(code -> new Meaning(
                        code.code(),
                        status(entry, ErrorCode.of(code.code(), code.text(), code.status(), ErrorCode.Kind.REFUSAL)),
                        entry.dialect().wording(code.code(), code.text(), manner(language)),
                        fields(rows, code),
                        code.sent()))
                .distinct()
                .toList();
    }

    /// What the wire itself answers with.
    private static int status(Entry entry, ErrorCode code) {
        int status =
                entry.dialect().refuse(NOBODY, code, Dialect.Manner.ENGLISH).status();
        return status == FINE ? 0 : status;
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
                .map((ErrorCode code) -> new Meaning(code.code(), status(entry, code), code.message(), List.of(), true))
                .toList();
    }
}
