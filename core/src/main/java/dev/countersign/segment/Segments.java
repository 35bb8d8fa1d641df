package dev.countersign.segment;

import java.util.ArrayList;
import java.util.List;

/// A text as a phone gets it: how it is written, and the parts that it travels in. Each part is charged for.
///
/// @param encoding how it is written
/// @param parts what each part says, in order; one, even for an empty text
/// @param units how much room the whole text takes, in the encoding's units
public record Segments(Encoding encoding, List<String> parts, int units) {
    /// Copies the list.
    public Segments {
        parts = List.copyOf(parts);
    }

    /// How a text is written, and how much of it fits (3GPP TS 23.040, 9.2.3.24.1: 140 octets, 6 of which tie the
    /// parts together when there are several).
    public enum Encoding {
        /// The GSM 7-bit default alphabet: its units are septets.
        GSM7(160, 153),
        /// UTF-16, which phones take for UCS-2: its units are 16 bits, so that an emoji takes two.
        UCS2(70, 67);

        private final int alone;
        private final int tied;

        Encoding(int alone, int tied) {
            this.alone = alone;
            this.tied = tied;
        }

        /// How many units fit into each of so many parts.
        ///
        /// @param parts how many, 1 or more
        public int room(int parts) {
            return parts > 1 ? tied : alone;
        }

        private int units(int codePoint) {
            return switch (this) {
                case GSM7 -> Gsm7.septets(codePoint);
                case UCS2 -> Character.charCount(codePoint);
            };
        }
    }

    /// The parts of a text, in GSM-7 when its alphabet has all of the characters, else in UCS-2.
    public static Segments of(String text) {
        boolean plain = text.codePoints().allMatch(codePoint -> Gsm7.septets(codePoint) > 0);
        return of(text, plain ? Encoding.GSM7 : Encoding.UCS2);
    }

    /// The parts of a text in an encoding that has all of its characters. No character is cut in two: neither an
    /// escape and what it escapes, nor the two halves of a surrogate pair.
    ///
    /// @throws IllegalArgumentException when the encoding lacks a character
    public static Segments of(String text, Encoding encoding) {
        int units =
                text.codePoints().map(codePoint -> known(encoding, codePoint)).sum();
        if (units <= encoding.alone) {
            return new Segments(encoding, List.of(text), units);
        }
        List<String> parts = new ArrayList<>();
        int start = 0;
        int taken = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int wanted = encoding.units(codePoint);
            if (taken + wanted > encoding.tied) {
                parts.add(text.substring(start, i));
                start = i;
                taken = 0;
            }
            taken += wanted;
            i += Character.charCount(codePoint);
        }
        parts.add(text.substring(start));
        return new Segments(encoding, parts, units);
    }

    /// How many parts.
    public int count() {
        return parts.size();
    }

    /// How many units fit into each of them.
    public int perSegment() {
        return encoding.room(parts.size());
    }

    private static int known(Encoding encoding, int codePoint) {
        int units = encoding.units(codePoint);
        if (units == 0) {
            throw new IllegalArgumentException("GSM-7 has no such character");
        }
        return units;
    }

    /// Without the text, which may hold a code.
    @Override
    public String toString() {
        return "Segments(" + parts.size() + " of " + encoding + ")";
    }
}
