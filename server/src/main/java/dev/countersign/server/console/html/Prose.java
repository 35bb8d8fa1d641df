package dev.countersign.server.console.html;

import java.util.ArrayList;
import java.util.List;

/// A sentence of a reference, in which backticks stand around code.
///
/// @param text a part of it
/// @param code whether that part is code
public record Prose(String text, boolean code) {
    /// The parts of a sentence, in turns; none is empty.
    public static List<Prose> of(String sentence) {
        List<Prose> parts = new ArrayList<>();
        boolean code = false;
        for (String part : sentence.split("`", -1)) {
            if (!part.isEmpty()) {
                parts.add(new Prose(part, code));
            }
            code = !code;
        }
        return parts;
    }
}
