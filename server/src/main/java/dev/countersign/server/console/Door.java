package dev.countersign.server.console;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import java.util.Optional;

/// Who may walk into the console. In a dev world the guards before the site are all there is.
@FunctionalInterface
public interface Door {
    /// What turns a request away, such as a page to sign in on; empty for who may enter.
    ///
    /// @param room the name of the room that is wanted
    Optional<Response> refuse(Request request, String room);

    /// Everybody enters.
    static Door open() {
        return (request, room) -> Optional.empty();
    }
}
