package dev.countersign.delivery.template;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A text with placeholders, read once. A brace that is meant as such is written twice: `{{`, `}}`.
public final class TemplateText {
    private final String source;
    private final List<Part> parts;

    /// What it is made of.
    private sealed interface Part {
        /// What stands there as it is.
        record Said(String text) implements Part {}

        /// What is filled in.
        record Open(Placeholder placeholder) implements Part {}
    }

    private TemplateText(String source, List<Part> parts) {
        this.source = source;
        this.parts = List.copyOf(parts);
    }

    /// Reads one.
    ///
    /// @throws IllegalArgumentException for a placeholder that there is none, or a brace without its other
    public static TemplateText parse(String source) {
        List<Part> parts = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        int at = 0;
        while (at < source.length()) {
            char here = source.charAt(at);
            boolean twice = at + 1 < source.length() && source.charAt(at + 1) == here;
            if (here != '{' && here != '}') {
                said.append(here);
                at++;
            } else if (twice) {
                said.append(here);
                at += 2;
            } else if (here == '}') {
                throw new IllegalArgumentException("has a } without its {; as a character it is written }}");
            } else {
                parts.add(new Part.Said(said.toString()));
                said.setLength(0);
                Placeholder placeholder = placeholder(source, at);
                parts.add(new Part.Open(placeholder));
                at += placeholder.written().length();
            }
        }
        parts.add(new Part.Said(said.toString()));
        return new TemplateText(source, parts);
    }

    private static Placeholder placeholder(String source, int at) {
        int end = source.indexOf('}', at);
        if (end < 0) {
            throw new IllegalArgumentException("has a { without its }; as a character it is written {{");
        }
        String written = source.substring(at, end + 1);
        return Placeholder.of(written)
                .orElseThrow(() -> new IllegalArgumentException(
                        "has " + shortened(written) + ", which is no placeholder; there is " + Placeholder.list()));
    }

    private static String shortened(String written) {
        return written.length() <= 20 ? written : written.substring(0, 20) + "…";
    }

    /// Fills it.
    ///
    /// @param values what stands for each placeholder, already in the form that this text needs
    public String fill(Function<Placeholder, String> values) {
        StringBuilder filled = new StringBuilder();
        for (Part part : parts) {
            filled.append(
                    switch (part) {
                        case Part.Said(String text) -> text;
                        case Part.Open(Placeholder placeholder) -> values.apply(placeholder);
                    });
        }
        return filled.toString();
    }

    /// The placeholders that it has.
    public Set<Placeholder> placeholders() {
        Set<Placeholder> found = EnumSet.noneOf(Placeholder.class);
        for (Part part : parts) {
            if (part instanceof Part.Open(Placeholder placeholder)) {
                found.add(placeholder);
            }
        }
        return found;
    }

    /// Whether it has that placeholder.
    public boolean has(Placeholder placeholder) {
        return placeholders().contains(placeholder);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TemplateText text && text.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    /// As it was written.
    @Override
    public String toString() {
        return source;
    }
}
