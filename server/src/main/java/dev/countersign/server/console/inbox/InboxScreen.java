package dev.countersign.server.console.inbox;

import java.util.List;
import java.util.Optional;

/// What the inbox shows.
///
/// @param filter which messages are looked at
/// @param letters them, newest first
/// @param more whether there are older ones that are not shown
/// @param newest the id of the newest message of all; empty for an empty inbox
/// @param live where messages that come later are told of
/// @param done the tool that did its work before this was shown
/// @param tools the tools beside it
public record InboxScreen(
        Filter filter,
        List<Letter> letters,
        boolean more,
        String newest,
        String live,
        Optional<Tool> done,
        ToolBench tools) {
    /// Copies the letters.
    public InboxScreen {
        letters = List.copyOf(letters);
    }
}
