package dev.countersign.server.console;

import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.guest.Role;
import dev.countersign.server.console.html.Icon;
import java.util.List;

/// One room of the console: the pages at `/console/<name>` and below. Its texts are `words_en.properties` and
/// `words_zh.properties` beside its class, where `room.<name>` is what the navigation says.
public interface Room {
    /// Its name in the address, as `explorer`.
    String name();

    /// What stands for it in the navigation.
    Icon icon();

    /// The least role that sees it. A room that says nothing is not for auditors.
    default Role looks() {
        return Role.OPERATOR;
    }

    /// The least role whose forms it takes.
    default Role acts() {
        return Role.OPERATOR;
    }

    /// The least role that gets through.
    ///
    /// @param form whether a form is sent
    default Role least(boolean form) {
        return form && acts().covers(looks()) ? acts() : looks();
    }

    /// Whether an open page asks for this by itself, as for what is new. Nobody need be before it then, and no session
    /// stays alive by it.
    ///
    /// @param path the decoded segments behind the room's name
    default boolean unattended(List<String> path) {
        return false;
    }

    /// Answers a visit. The door has been passed, and a form comes from a page of ours.
    Response answer(Visit visit);
}
