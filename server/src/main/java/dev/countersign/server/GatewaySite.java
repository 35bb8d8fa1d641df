package dev.countersign.server;

import dev.countersign.gateway.Gateway;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.http.Site;
import dev.countersign.value.Bytes;

/// Everything that the gateway answers, and the description of our own API, which needs no key.
final class GatewaySite implements Site {
    private static final String DESCRIPTION = "/v1/openapi.json";

    private final Gateway gateway;
    private final Bytes description;

    /// @param gateway answers calls
    /// @param description the OpenAPI document
    GatewaySite(Gateway gateway, Bytes description) {
        this.gateway = gateway;
        this.description = description;
    }

    @Override
    public boolean serves(Request request) {
        return true;
    }

    @Override
    public Response answer(Request request) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (reads && request.path().equals(DESCRIPTION)) {
            return Response.of(200, "application/json", description);
        }
        return gateway.answer(request);
    }
}
