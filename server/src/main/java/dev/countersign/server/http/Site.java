package dev.countersign.server.http;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;

/// A part of what this port serves.
public interface Site {
    /// Whether this part answers the request.
    boolean serves(Request request);

    /// Answers it. Runs on a virtual thread of its own and may block.
    Response answer(Request request);
}
