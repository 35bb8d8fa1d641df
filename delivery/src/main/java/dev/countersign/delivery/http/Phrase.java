package dev.countersign.delivery.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text with placeholders: `{code}` stands for the code, `{{` and `}}` for single braces.
final class Phrase {
    private final List<Part> parts;

    private Phrase(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /// A piece of it.
    private sealed interface Part {
        /// Stands for itself.
        record Fixed(String text) implements Part {}

        /// Stands for a part of the message.
        record Open(Placeholder placeholder) implements Part {}
    }

    /// Reads one.
    ///
    /// @throws IllegalArgumentException for a placeholder that nobody knows, and for a brace without its
    ///     other
    static Phrase of(String text) {
        List<Part> parts = new ArrayList<>();
        StringBuilder fixed = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char character = text.charAt(at);
            boolean brace = character == '{' || character == '}';
            if (!brace) {
                fixed.append(character);
                at++;
            } else if (at + 1 < text.length() && text.charAt(at + 1) == character) {
                fixed.append(character);
                at += 2;
            } else {
                int end = text.indexOf('}', at);
                if (character == '}' || end < 0) {
                    throw new IllegalArgumentException("a brace stands alone: write {{ or }} for one that is meant so");
                }
                parts.add(new Part.Fixed(fixed.toString()));
                fixed.setLength(0);
                parts.add(new Part.Open(placeholder(text.substring(at + 1, end))));
                at = end + 1;
            }
        }
        parts.add(new Part.Fixed(fixed.toString()));
        return new Phrase(parts);
    }

    private static Placeholder placeholder(String word) {
        return Placeholder.of(word)
                .orElseThrow(() -> new IllegalArgumentException("no placeholder is called {" + word + "}; there are "
                        + Stream.of(Placeholder.values())
                                .map(one -> "{" + one.word() + "}")
                                .collect(Collectors.joining(", "))));
    }

    /// Whether it holds that placeholder.
    boolean uses(Placeholder placeholder) {
        return placeholders().anyMatch(placeholder::equals);
    }

    /// The placeholders that it holds.
    Stream<Placeholder> placeholders() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Open(Placeholder open) ? Stream.of(open) : Stream.empty());
    }

    /// The text for a message.
    String filled(Placeholder.Filling filling) {
        return filled(filling, UnaryOperator.identity());
    }

    /// The text for a message, in a place that has its own way of writing.
    ///
    /// @param written writes each value so that it stays within its place
    String filled(Placeholder.Filling filling, UnaryOperator<String> written) {
        return joined(open -> written.apply(open.in(filling)));
    }

    /// The text with a letter in the place of each value, to be looked at before there is a message.
    String outline() {
        return joined(open -> "x");
    }

    private String joined(Function<Placeholder, String> value) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Fixed(String fixed) -> fixed;
                    case Part.Open(Placeholder open) -> value.apply(open);
                })
                .collect(Collectors.joining());
    }
}
