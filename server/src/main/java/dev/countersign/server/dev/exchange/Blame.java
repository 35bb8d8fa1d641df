package dev.countersign.server.dev.exchange;

import java.util.List;

/// What a problem is about, for who words it otherwise.
///
/// @param reason what is wrong
/// @param member the member of the body that it is wrong with; empty for the call as a whole
/// @param parts what the reason speaks of, in its order; cut short and printable, as a [Problem]'s detail is
public record Blame(Reason reason, String member, List<String> parts) {
    /// Makes the parts printable.
    public Blame {
        parts = parts.stream().map(Problem::printable).toList();
    }
}
