package dev.countersign.server.console.explorer;

import dev.countersign.gateway.wire.Value;
import dev.countersign.server.console.sample.Document;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the wire answered, as it is.
///
/// @param status the HTTP status; 0 when no answer came
/// @param millis how long it took, in milliseconds
/// @param headers its headers
/// @param body its body, over several lines where it is JSON
/// @param requestId how to ask about it; empty for none
/// @param refusal what was refused
public record Answered(
        int status,
        long millis,
        List<Map.Entry<String, String>> headers,
        String body,
        String requestId,
        Optional<Told> refusal) {
    /// A refusal in the wire's own words.
    public record Told(String code, String message) {}

    /// Reads an answer.
    static Answered of(int status, long millis, List<Map.Entry<String, String>> headers, String body) {
        Optional<Value> read = JsonText.read(body);
        Value.Fields told = read.flatMap(Answered::fields).orElse(Value.Fields.none());
        Value.Fields within = fields(told.fields().get("Response")).orElse(told);
        Value.Fields error = fields(within.fields().get("Error")).orElse(within);
        boolean refused = status >= 400 || within.fields().containsKey("Error");
        return new Answered(
                status,
                millis,
                List.copyOf(headers),
                read.map(Document::of).orElse(body),
                first(within, "RequestId", "requestId")
                        .or(() -> header(headers))
                        .orElse(""),
                refused
                        ? Optional.of(new Told(
                                first(error, "Code", "code").orElse(Integer.toString(status)),
                                first(error, "Message", "detail", "title").orElse("")))
                        : Optional.empty());
    }

    private static Optional<Value.Fields> fields(@Nullable Value value) {
        return value instanceof Value.Fields fields ? Optional.of(fields) : Optional.empty();
    }

    private static Optional<String> first(Value.Fields fields, String... names) {
        for (String name : names) {
            if (fields.fields().get(name) instanceof Value.Text text) {
                return Optional.of(text.text());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> header(List<Map.Entry<String, String>> headers) {
        return headers.stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).endsWith("request-id"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /// Whether the call did what it asked for.
    public boolean fine() {
        return status > 0 && refusal.isEmpty();
    }
}
