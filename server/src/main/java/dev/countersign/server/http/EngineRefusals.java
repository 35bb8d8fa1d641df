package dev.countersign.server.http;

import dev.countersign.gateway.wire.Response;
import dev.countersign.server.http.EarlyRefusal.Reason;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/// Words what the engine itself refuses, so that neither its texts nor its exceptions reach a client.
///
/// @param sites knows how refusals are worded
/// @param limits tells which bound was broken
record EngineRefusals(Sites sites, HttpLimits limits) implements DirectHandler {
    /// This for each kind of event.
    DirectHandlers handlers() {
        DirectHandlers.Builder handlers = DirectHandlers.builder();
        for (EventType event : EventType.values()) {
            handlers.addHandler(event, this);
        }
        return handlers.build();
    }

    @Override
    public TransportResponse handle(
            TransportRequest request,
            EventType event,
            Status status,
            ServerResponseHeaders headers,
            String engineText) {
        GuardedConnection connection = GuardedConnection.current();
        Reason reason = reason(event, status, connection.intake().total());
        if (reason == Reason.LINE_TOO_LONG || reason == Reason.HEADERS_TOO_LARGE) {
            connection.intake().readHead();
        }
        Response response =
                sites.refuse(reason, connection.intake().sent().request(Arrival.headers(request.headers())));
        connection.leaveUnread();
        connection.writing();
        return TransportResponse.builder()
                .status(Status.create(response.status()))
                .header(HeaderNames.CONTENT_TYPE, response.contentType())
                .entity(response.body().toArray())
                .keepAlive(false)
                .build();
    }

    private Reason reason(EventType event, Status status, long total) {
        if (status.equals(Status.REQUEST_URI_TOO_LONG_414)) {
            return Reason.LINE_TOO_LONG;
        }
        if (status.equals(Status.SERVICE_UNAVAILABLE_503)) {
            return Reason.BUSY;
        }
        if (event == EventType.HTTP_VERSION_NOT_SUPPORTED) {
            return Reason.VERSION;
        }
        return total > limits.headerBytes() ? Reason.HEADERS_TOO_LARGE : Reason.MALFORMED;
    }
}
