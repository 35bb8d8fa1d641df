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
/// @param again where this is read anew, when it is not true any more
/// @param done the tool that did its work before this was shown
/// @param bench the tools beside it; nothing where there are none
public record InboxScreen(
        Filter filter,
        List<Letter> letters,
        boolean more,
        String newest,
        String live,
        String again,
        Optional<Tool> done,
        Optional<ToolBench> bench) {
    /// How many messages are shown at most.
    public static final int MOST = 50;

    /// Copies the letters.
    public InboxScreen {
        letters = List.copyOf(letters);
    }

    /// Whether there are tools.
    public boolean hasTools() {
        return bench.isPresent();
    }

    /// The tools, where there are.
    public ToolBench tools() {
        return bench.orElseThrow();
    }
}
