package dev.countersign.server.metrics;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.http.Site;
import dev.countersign.value.Bytes;
import java.util.Optional;
import java.util.function.Supplier;

/// `/livez`, `/readyz` and, where it is given, `/metrics`. They need no key.
public final class OpsSite implements Site {
    private static final String TEXT = "text/plain; charset=utf-8";

    private final Readiness readiness;
    private final Optional<Metrics> metrics;

    /// @param readiness whether calls will succeed
    /// @param metrics what `/metrics` shows; empty where the port is open to callers, then the path is not served
    public OpsSite(Readiness readiness, Optional<Metrics> metrics) {
        this.readiness = readiness;
        this.metrics = metrics;
    }

    @Override
    public boolean serves(Request request) {
        return switch (request.path()) {
            case "/livez", "/readyz" -> true;
            case "/metrics" -> metrics.isPresent();
            default -> false;
        };
    }

    @Override
    public Response answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return text(405, "Only GET and HEAD.");
        }
        Supplier<Response> notFound = () -> text(404, "Nothing is served at this path.");
        return switch (request.path()) {
            case "/livez" -> text(200, "alive");
            case "/readyz" -> ready();
            case "/metrics" -> metrics.map(OpsSite::shown).orElseGet(notFound);
            default -> notFound.get();
        };
    }

    private Response ready() {
        return readiness
                .missing()
                .map(reason -> text(503, "not ready: " + reason))
                .orElseGet(() -> text(200, "ready"));
    }

    private static Response shown(Metrics all) {
        return Response.of(200, Metrics.CONTENT_TYPE, Bytes.utf8(all.text()));
    }

    private static Response text(int status, String line) {
        return Response.of(status, TEXT, Bytes.utf8(line + "\n"));
    }
}
