package dev.countersign.server.journal;

import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.http.Site;
import java.util.List;
import java.util.Map;

/// `/requests/{id}`, as JSON: for the management listener, which only the operator's own tools reach.
public final class JournalSite implements Site {
    private static final String ROOT = "/requests/";

    private final RequestJournal journal;

    /// @param journal what is read
    public JournalSite(RequestJournal journal) {
        this.journal = journal;
    }

    @Override
    public boolean serves(Request request) {
        return request.path().startsWith(ROOT);
    }

    @Override
    public Response answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return json(405, problem("Only GET and HEAD."));
        }
        return journal.find(request.path().substring(ROOT.length()))
                .map(entry -> json(200, Written.of(entry)))
                .orElseGet(() -> json(404, problem(Written.missing(journal.reach()))));
    }

    private static Value.Fields problem(String detail) {
        return Value.Fields.none().plus("detail", Value.text(detail));
    }

    private static Response json(int status, Value.Fields body) {
        return new Response(
                status,
                "application/json",
                List.of(Map.entry("Cache-Control", "no-store"), Map.entry("X-Content-Type-Options", "nosniff")),
                Json.write(body),
                false);
    }
}
