package dev.countersign.server.page.html;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;

/// A language that screens are written in.
public enum Language {
    /// English.
    EN("en", "English"),
    /// Chinese, in simplified characters.
    ZH("zh", "中文");

    /// The longest `Accept-Language` that is looked at.
    private static final int LONGEST = 256;

    private final String tag;
    private final String own;

    Language(String tag, String own) {
        this.tag = tag;
        this.own = own;
    }

    /// Its BCP 47 tag, as `<html lang>` wants it.
    public String tag() {
        return tag;
    }

    /// Its name in itself.
    public String own() {
        return own;
    }

    /// The other one.
    public Language other() {
        return this == EN ? ZH : EN;
    }

    /// The language of that tag or locale: `zh`, `zh-CN`, `en_US`.
    public static Optional<Language> of(String locale) {
        String primary = locale.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return List.of(values()).stream().filter(one -> one.tag.equals(primary)).findFirst();
    }

    /// The one that a browser likes best, as its `Accept-Language` says.
    public static Optional<Language> preferred(String header) {
        if (header.isBlank() || header.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return LanguageRange.parse(header).stream()
                    .flatMap(range -> of(range.getRange()).stream())
                    .findFirst();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
