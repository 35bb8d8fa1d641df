package dev.countersign.server.dev.exchange;

import dev.countersign.gateway.wire.Value;
import java.util.Map;

/// One path of the developer's surface.
public interface DevCall {
    /// Its path, as `/dev/clock`; one that ends in `{…}` takes one more segment: `/dev/snapshots/{id}`.
    String path();

    /// What answers each HTTP method that it takes. GET and DELETE never see a body.
    Map<String, Handler> methods();

    /// Answers one method of one path.
    @FunctionalInterface
    interface Handler {
        /// Does what is asked. A success is always 200, with this as its JSON.
        ///
        /// @throws Declined when what is asked is wrong or can't be done; nothing was changed then
        Value answer(Asked asked);
    }
}
