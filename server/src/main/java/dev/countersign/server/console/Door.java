package dev.countersign.server.console;

import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.html.Shell;
import java.util.List;
import java.util.Map;

/// Who may walk into the console. In a dev world the guards before the site are all there is.
@FunctionalInterface
public interface Door {
    /// Lets somebody in, or answers in the room's place.
    Passage open(Knock knock);

    /// The pages of its own that it answers with.
    default List<Route> routes() {
        return List.of();
    }

    /// A request before the door. A form comes from a page of ours.
    ///
    /// @param request as it came
    /// @param path the decoded segments behind `/console`; the first is the room that is wanted
    /// @param sent what a form carried, or else the query, by name
    /// @param shell what stands around a page of the door
    /// @param attended whether it is somebody who asks, and not an open page by itself: only then is a session used
    record Knock(Request request, List<String> path, Map<String, String> sent, Shell shell, boolean attended) {
        /// Copies the path.
        public Knock {
            path = List.copyOf(path);
        }

        /// A value that was sent; empty for none.
        public String value(String name) {
            return sent.getOrDefault(name, "");
        }

        /// The same without anybody before it.
        public Knock unattended() {
            return new Knock(request, path, sent, shell, false);
        }

        /// Whether a form was sent.
        public boolean posted() {
            return request.method().equals("POST");
        }
    }

    /// What came of it.
    sealed interface Passage {}

    /// They may come in.
    record Entered(Guest guest) implements Passage {}

    /// They get this, such as a page to sign in on.
    record Answered(Response response) implements Passage {}

    /// Everybody enters.
    static Door unlocked() {
        return knock -> new Entered(Guest.ofDev());
    }
}
