package dev.countersign.server.console.doctor;

import java.util.Arrays;
import java.util.OptionalInt;

/// A text with one place marked.
///
/// @param before what stands before it
/// @param mark what is marked; a line feed, a blank or the end by a sign for it
/// @param after what stands behind it
public record Marked(String before, String mark, String after) {
    /// A text without a mark.
    static Marked none(String text) {
        return new Marked(text, "", "");
    }

    /// A text marked at a character, from 0.
    static Marked at(String text, int at) {
        if (at >= text.length()) {
            return new Marked(text, "∎", "");
        }
        int end = text.offsetByCodePoints(at, 1);
        String mark = text.substring(at, end);
        String sign = switch (mark) {
            case "\n" -> "⏎\n";
            case " " -> "␣";
            case "\t" -> "⇥";
            default -> mark;
        };
        return new Marked(text.substring(0, at), sign, text.substring(end));
    }

    /// Where two texts part, in characters from 0; empty when they don't.
    static OptionalInt difference(String ours, String theirs) {
        int at = Arrays.mismatch(ours.toCharArray(), theirs.toCharArray());
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(at);
    }

    /// All of it.
    public String text() {
        return before + mark + after;
    }
}
