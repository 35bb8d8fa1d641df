package dev.countersign.verification;

import java.util.Locale;

/// A language that messages are written in. Every locale is accepted; one that no message is written in gets
/// English, and the record of the message tells both.
public enum MessageLanguage {
    /// English, which also stands in for all others.
    ENGLISH("en"),
    /// Chinese in simplified characters.
    SIMPLIFIED_CHINESE("zh_CN"),
    /// Chinese in traditional characters, as in Taiwan, Hong Kong and Macao.
    TRADITIONAL_CHINESE("zh_TW"),
    /// Indonesian.
    INDONESIAN("id");

    private final String word;

    MessageLanguage(String word) {
        this.word = word;
    }

    /// The word for it in records: a locale.
    public String word() {
        return word;
    }

    /// The language of a locale, however it is written: `zh_CN`, `zh-cn`, `zh-Hans-CN`.
    public static MessageLanguage of(String locale) {
        String[] parts = locale.toLowerCase(Locale.ROOT).replace('_', '-').split("-", -1);
        return switch (parts[0]) {
            case "zh" -> traditional(parts) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE;
            case "id", "in" -> INDONESIAN;
            default -> ENGLISH;
        };
    }

    /// A script that is named decides before the region does.
    private static boolean traditional(String[] parts) {
        boolean region = false;
        for (String part : parts) {
            switch (part) {
                case "hans" -> {
                    return false;
                }
                case "hant" -> {
                    return true;
                }
                case "tw", "hk", "mo" -> region = true;
                default -> {}
            }
        }
        return region;
    }
}
