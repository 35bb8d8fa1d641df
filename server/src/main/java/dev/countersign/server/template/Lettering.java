package dev.countersign.server.template;

import dev.countersign.delivery.template.Direction;
import dev.countersign.delivery.template.TemplateText;
import dev.countersign.segment.Segments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The letters of a text: which way they run, and which make it dear.
///
/// @param text a template's text
/// @param locale its language; empty for every one
record Lettering(TemplateText text, Optional<String> locale) {
    private static final int FEW = 4;
    private static final String ISOLATES = "\u2066\u2067\u2068";

    List<Finding> findings() {
        String letters = text.fill(placeholder -> "").replaceAll("(?m)^@.*$", "");
        List<Direction> runs = new ArrayList<>();
        letters.codePoints().forEach(letter -> direction(letter).ifPresent(runs::add));
        List<Finding> findings = new ArrayList<>();
        boolean both = runs.stream().distinct().count() > 1;
        if (both && letters.chars().noneMatch(letter -> ISOLATES.indexOf(letter) >= 0)) {
            findings.add(Finding.warning("mixes letters that run from the left and from the right; put the foreign ones"
                    + " between U+2068 and U+2069, or they may be shown in another order"));
        }
        locale.map(Direction::of)
                .filter(expected -> !runs.isEmpty() && runs.getFirst() != expected)
                .ifPresent(expected -> findings.add(
                        Finding.warning("begins with letters that run the other way than its" + " locale's ("
                                + expected.word() + "), so that phones show all of it in their direction")));
        return findings;
    }

    private static Optional<Direction> direction(int letter) {
        return switch (Character.getDirectionality(letter)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> Optional.of(Direction.LEFT_TO_RIGHT);
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                Optional.of(Direction.RIGHT_TO_LEFT);
            default -> Optional.empty();
        };
    }

    /// The few characters that alone make a text message UCS-2, in which less fits; empty when they are many,
    /// as in a language that is not written in GSM-7.
    static Optional<Finding> strangers(String text) {
        List<String> strangers = text.codePoints()
                .distinct()
                .mapToObj(Character::toString)
                .filter(letter -> Segments.of(letter).encoding() == Segments.Encoding.UCS2)
                .toList();
        if (strangers.isEmpty() || strangers.size() > FEW) {
            return Optional.empty();
        }
        String named = strangers.stream()
                .map(letter -> letter + " (U+%04X)".formatted(letter.codePointAt(0)))
                .collect(Collectors.joining(", "));
        return Optional.of(
                Finding.warning("only " + named + " makes it UCS-2, with room for 70 characters in place of 160"));
    }
}
