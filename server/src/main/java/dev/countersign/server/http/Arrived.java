package dev.countersign.server.http;

import dev.countersign.gateway.wire.Request;

/// What became of the bytes of a request.
sealed interface Arrived {
    /// A request that the sites can answer.
    ///
    /// @param unread whether the client is still sending a body that nobody will read
    record Whole(Request request, boolean unread) implements Arrived {}

    /// Nothing that could be answered.
    record Broken(EarlyRefusal.Reason reason) implements Arrived {}
}
