package dev.countersign.server.dev.exchange;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What went wrong with a request, as RFC 9457 writes it.
///
/// @param status the HTTP status
/// @param title the kind of problem, in a few words
/// @param detail what to change; it may repeat what was sent, cut short and without control characters
/// @param headers further headers of the answer
/// @param blame what it is about, where the console can cause it
public record Problem(
        int status, String title, String detail, List<Map.Entry<String, String>> headers, Optional<Blame> blame) {
    private static final int MOST_CHARACTERS = 600;
    private static final int REPLACEMENT = 0xFFFD;

    /// Makes the detail printable.
    public Problem {
        detail = printable(detail);
        headers = List.copyOf(headers);
    }

    /// A problem that no form of the console causes.
    public Problem(int status, String title, String detail, List<Map.Entry<String, String>> headers) {
        this(status, title, detail, headers, Optional.empty());
    }

    /// A problem without further headers.
    public static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, List.of());
    }

    /// The same problem, and what it is about.
    Problem blaming(Blame about) {
        return new Problem(status, title, detail, headers, Optional.of(about));
    }

    /// The answer that says it.
    public Response response() {
        Value.Fields body = Value.Fields.none()
                .plus("type", Value.text("about:blank"))
                .plus("title", Value.text(title))
                .plus("status", Value.number(status))
                .plus("detail", Value.text(detail));
        List<Map.Entry<String, String>> all = new ArrayList<>(headers);
        all.addAll(Answers.PRIVATE);
        return new Response(status, "application/problem+json", all, Json.write(body), false);
    }

    static String printable(String text) {
        return text.codePoints()
                .limit(MOST_CHARACTERS)
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
