package dev.countersign.gateway.publish;

import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.PublishedCode;
import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The refusals of our own API, as OpenAPI describes them: by status, with every problem that it can be.
final class OpenApiProblems {
    /// Answers to a path or method that no operation has.
    private static final Set<Integer> NO_OPERATION = Set.of(404, 405);

    private OpenApiProblems() {}

    /// The problem document.
    static Value schema() {
        Map<String, Value> members = new LinkedHashMap<>();
        member(members, "type", "string", "Which problem it is; stable.", "urn:countersign:problem:resend-too-soon");
        member(members, "title", "string", "The same in words.", "Resend too soon");
        members.put("status", whole("The HTTP status.", 429));
        member(members, "detail", "string", "What happened, in the language of Accept-Language.", "");
        member(members, "instance", "string", "The request id, as a URN.", "");
        member(members, "limit", "string", "Which limit refused.", "quiet-period");
        members.put("retryAfterSeconds", whole("How long to wait, as in Retry-After.", 42));
        members.put("triesLeft", whole("How many wrong codes the verification still bears.", 4));
        member(members, "parameter", "string", "The parameter or header that it is about.", "to");
        member(members, "expected", "string", "The type that the parameter must have.", "integer");
        member(members, "channel", "string", "The channel that is not served.", "voice");
        member(members, "countryCode", "string", "The country that is not served.", "852");
        member(members, "method", "string", "The method that it is about.", "Phone");
        member(members, "challengeStatus", "string", "Where the challenge stands.", "expired");
        member(members, "changeStatus", "string", "Where the change stands.", "expired");
        members.put("limitBytes", whole("The longest body, in bytes.", 1_048_576));
        return Tree.object("type", Value.text("object"), "properties", new Value.Fields(members))
                .plus("description", Value.text("A problem document, RFC 9457."))
                .plus("required", Tree.texts(List.of("type", "title", "status", "detail", "instance")));
    }

    private static void member(Map<String, Value> members, String name, String type, String doc, String example) {
        Value.Fields schema = Tree.object("type", Value.text(type), "description", Value.text(doc));
        members.put(name, example.isEmpty() ? schema : schema.plus("examples", Tree.items(Value.text(example))));
    }

    private static Value whole(String doc, long example) {
        return Tree.object(
                "type", Value.text("integer"),
                "description", Value.text(doc),
                "examples", Tree.items(Value.number(example)));
    }

    static Value requestIdHeader() {
        return Tree.object("X-Request-Id", header("The name of this request in every record of it."));
    }

    /// The answers that are problems, by status.
    static Map<String, Value> responses(ActionSpec<?, ?> spec, Dialect dialect) {
        Map<Integer, Map<String, String>> byStatus = new TreeMap<>();
        for (PublishedCode code : spec.codes()) {
            byStatus.computeIfAbsent(code.status(), status -> new LinkedHashMap<>())
                    .put(code.code(), code.text());
        }
        for (ErrorCode code : dialect.commonCodes(Dialect.Manner.ENGLISH)) {
            if (!NO_OPERATION.contains(code.status())) {
                byStatus.computeIfAbsent(code.status(), status -> new LinkedHashMap<>())
                        .put(code.code(), code.message());
            }
        }
        Map<String, Value> responses = new LinkedHashMap<>();
        byStatus.forEach((status, codes) -> responses.put(Integer.toString(status), response(status, codes)));
        return responses;
    }

    private static Value response(int status, Map<String, String> codes) {
        StringBuilder description = new StringBuilder();
        codes.forEach((code, text) -> description
                .append("- `")
                .append(code)
                .append("`: ")
                .append(text)
                .append('\n'));
        Value.Fields headers = Value.Fields.none();
        if (status == 429 || status == 503) {
            headers = headers.plus("Retry-After", header("How long to wait, in seconds."));
        }
        if (status == 401) {
            headers = headers.plus("WWW-Authenticate", header("How to prove oneself."));
        }
        return Tree.object(
                "description", Value.text(description.toString()),
                "headers", headers.plus("X-Request-Id", header("The name of this request in every record of it.")),
                "content",
                        Tree.object(
                                "application/problem+json",
                                Tree.object("schema", OpenApiSchemas.reference("Problem"))));
    }

    private static Value header(String doc) {
        return Tree.object("description", Value.text(doc), "schema", Tree.object("type", Value.text("string")));
    }
}
