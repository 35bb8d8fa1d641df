package dev.countersign.server.console;

import dev.countersign.gateway.wire.Request;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.html.Shell;
import dev.countersign.server.page.html.Words;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// A request for a room.
///
/// @param request as it came
/// @param path the decoded segments behind the room's name; none for the room itself
/// @param sent what a form carried, or else the query, by name
/// @param shell what stands around whatever the room shows
/// @param welcome asks the door again, for an answer that was waited for: whether the visitor is still let in
public record Visit(
        Request request, List<String> path, Map<String, String> sent, Shell shell, BooleanSupplier welcome) {
    /// Copies the path.
    public Visit {
        path = List.copyOf(path);
    }

    /// What the console and this room say, in the visitor's language.
    public Words words() {
        return shell.words();
    }

    /// Who is here, and what they may do.
    public Guest guest() {
        return shell.guest();
    }

    /// A value that was sent; empty for none.
    public String value(String name) {
        return sent.getOrDefault(name, "");
    }

    /// Whether a form was sent.
    public boolean posted() {
        return request.method().equals("POST");
    }
}
