package dev.countersign.server.page.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/// All that screens say in one language, by key: `words_en.properties`, `words_zh.properties`.
public final class Words {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;

    private final Language language;
    private final Map<String, String> texts;

    private Words(Language language, Map<String, String> texts) {
        this.language = language;
        this.texts = texts;
    }

    /// Reads the words of a language.
    public static Words of(Language language) {
        return of(language, Words.class);
    }

    /// Reads those that lie beside a class.
    public static Words of(Language language, Class<?> beside) {
        String name = "words_" + language.tag() + ".properties";
        try (InputStream found = beside.getResourceAsStream(name)) {
            if (found == null) {
                throw new IllegalStateException("the jar has no " + name + " for " + beside.getSimpleName());
            }
            Properties read = new Properties();
            read.load(new InputStreamReader(found, StandardCharsets.UTF_8));
            return new Words(
                    language,
                    read.stringPropertyNames().stream()
                            .collect(Collectors.toUnmodifiableMap(key -> key, read::getProperty)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// These with others: one vocabulary for a page that several packages speak on.
    ///
    /// @throws IllegalStateException when both have a text for a key
    public Words with(Words others) {
        Map<String, String> all = new HashMap<>(texts);
        others.texts.forEach((key, text) -> {
            if (all.put(key, text) != null) {
                throw new IllegalStateException("two texts for " + key);
            }
        });
        return new Words(language, Map.copyOf(all));
    }

    /// Which language this is.
    public Language language() {
        return language;
    }

    /// The keys that it has a text for.
    public Set<String> keys() {
        return texts.keySet();
    }

    /// A text, with what stands for `{0}`, `{1}`… in it.
    ///
    /// @throws IllegalArgumentException for a key without a text
    public String say(String key, Object... parts) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no words for " + key + " in " + language.tag());
        }
        StringBuilder said = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            said.append(text, from, open).append(parts[text.charAt(open + 1) - '0']);
            from = open + 3;
        }
        return said.append(text.substring(from)).toString();
    }

    /// A count of things, as `tries`: keys end in `.one` and `.many`.
    public String count(String key, long count) {
        return say(key + (count == 1 ? ".one" : ".many"), count);
    }

    /// A time to wait, rounded up: nobody comes back too early.
    public String wait(Duration time) {
        long seconds = Math.max(1, time.plusNanos(999_999_999).toSeconds());
        if (seconds <= 2 * MINUTE) {
            return count("seconds", seconds);
        }
        return seconds <= 2 * HOUR
                ? count("minutes", (seconds + MINUTE - 1) / MINUTE)
                : count("hours", (seconds + HOUR - 1) / HOUR);
    }
}
