package dev.countersign.server.dev.exchange;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import java.util.List;
import java.util.Map;

/// How the developer's surface answers.
public final class Answers {
    /// The headers of every answer: it holds codes, so no cache may keep it and no page may take it for a
    /// script.
    static final List<Map.Entry<String, String>> PRIVATE =
            List.of(Map.entry("Cache-Control", "no-store"), Map.entry("X-Content-Type-Options", "nosniff"));

    private Answers() {}

    /// A success.
    public static Response ok(Value value) {
        return new Response(200, "application/json", PRIVATE, Json.write(value), false);
    }
}
