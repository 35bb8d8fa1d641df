package dev.countersign.server.console.doctor;

import java.util.List;
import java.util.OptionalInt;

/// What was signed, as both sides have it.
///
/// @param kind `canonical` or `string`
/// @param ours as the server works it out
/// @param theirs as the client has it; empty when that is not known
/// @param line the line where they part, from 1; 0 when they don't
/// @param column the character there, from 1
public record Sides(String kind, Marked ours, Marked theirs, int line, int column) {
    /// One text, where only ours is known.
    static Sides alone(String kind, String ours) {
        return new Sides(kind, Marked.none(ours), Marked.none(""), 0, 0);
    }

    /// Two texts.
    static Sides of(String kind, String ours, String theirs) {
        OptionalInt difference = Marked.difference(ours, theirs);
        if (difference.isEmpty()) {
            return new Sides(kind, Marked.none(ours), Marked.none(theirs), 0, 0);
        }
        int at = whole(ours, theirs, difference.getAsInt());
        List<String> lines = List.of(ours.substring(0, at).split("\n", -1));
        return new Sides(
                kind,
                Marked.at(ours, at),
                Marked.at(theirs, at),
                lines.size(),
                lines.getLast().length() + 1);
    }

    /// Not in the midst of a character of two parts.
    private static int whole(String ours, String theirs, int at) {
        boolean split =
                at > 0 && Character.isHighSurrogate(ours.charAt(at - 1)) && (trails(ours, at) || trails(theirs, at));
        return split ? at - 1 : at;
    }

    private static boolean trails(String text, int at) {
        return at < text.length() && Character.isLowSurrogate(text.charAt(at));
    }

    /// Whether the client's is known.
    public boolean both() {
        return !theirs.text().isEmpty();
    }

    /// Whether both are known and part somewhere.
    public boolean differ() {
        return both() && line > 0;
    }
}
