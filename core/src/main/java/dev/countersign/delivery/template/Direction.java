package dev.countersign.delivery.template;

import java.util.Locale;
import java.util.Set;

/// How a language is written.
public enum Direction {
    /// From left to right.
    LEFT_TO_RIGHT("ltr"),
    /// From right to left.
    RIGHT_TO_LEFT("rtl");

    /// Arabic, Hebrew (also by its old code), Persian, Urdu.
    private static final Set<String> FROM_THE_RIGHT = Set.of("ar", "he", "iw", "fa", "ur");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /// The word for it in HTML.
    public String word() {
        return word;
    }

    /// The direction of a locale's language.
    public static Direction of(String locale) {
        String language = Locales.tag(locale).split("-", 2)[0].toLowerCase(Locale.ROOT);
        return FROM_THE_RIGHT.contains(language) ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
    }
}
