package dev.countersign.server.console;

import dev.countersign.server.console.guest.Role;
import java.util.Optional;

/// One way into the console, as the site and its door decide by it.
///
/// @param method `GET`, which HEAD goes by as well, or `POST`
/// @param address where it leads; a room's address stands for everything below it, too
/// @param least the least role that gets through; empty where nobody need have signed in
public record Route(String method, String address, Optional<Role> least) {
    /// Whether a form is taken, and with it something done.
    public boolean acts() {
        return method.equals("POST");
    }
}
