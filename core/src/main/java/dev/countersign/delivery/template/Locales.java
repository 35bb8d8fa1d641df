package dev.countersign.delivery.template;

import dev.countersign.verification.MessageLanguage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Locales as callers write them: `pt_BR`, `pt-br`, `zh_HK`.
public final class Locales {
    private static final Pattern FORM = Pattern.compile("[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8}){0,3}");

    private Locales() {}

    /// Whether it is one in its form; nobody keeps a list of those that exist.
    public static boolean wellFormed(String locale) {
        return FORM.matcher(locale).matches();
    }

    /// The language tag of it: `pt-BR`.
    public static String tag(String locale) {
        return Locale.forLanguageTag(locale.replace('_', '-')).toLanguageTag();
    }

    /// The locales whose texts serve this one, the closest first, each in small letters: `pt-br`, `pt`.
    /// Chinese is divided by its characters: Hong Kong is served by Taiwan's before it is by plain `zh`.
    static List<String> chain(String locale) {
        List<String> parents = new ArrayList<>();
        String rest = small(locale);
        while (!rest.isEmpty()) {
            parents.add(rest);
            rest = rest.substring(0, Math.max(0, rest.lastIndexOf('-')));
        }
        Set<String> chain = new LinkedHashSet<>(parents);
        MessageLanguage ours = MessageLanguage.of(locale);
        if (ours != MessageLanguage.ENGLISH) {
            String language = parents.isEmpty() ? "" : parents.getLast();
            if (parents.size() > 1) {
                chain.remove(language);
            }
            chain.add(small(ours.word()));
            chain.add(language);
        }
        return List.copyOf(chain);
    }

    /// The form that locales are compared in.
    static String small(String locale) {
        return locale.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
