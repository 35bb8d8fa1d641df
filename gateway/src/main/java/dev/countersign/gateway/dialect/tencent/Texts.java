package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.dialect.Dialect.Manner;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The messages of this wire in its two languages. A key is a common code, with the text that it has when there
/// is nothing more to say, or a code, `#` and a variant, whose text takes facts at `{0}`, `{1}`.
final class Texts {
    private static final Pattern PLACE = Pattern.compile("\\{([0-9])}");

    private final Properties english;
    private final Properties chinese;
    private final Properties chineseActions;

    private Texts(Properties english, Properties chinese, Properties chineseActions) {
        this.english = english;
        this.chinese = chinese;
        this.chineseActions = chineseActions;
    }

    /// Reads the bundles that lie beside this class.
    static Texts load() {
        return new Texts(read("common_en.properties"), read("common_zh.properties"), read("actions_zh.properties"));
    }

    private static Properties read(String resource) {
        try (InputStream in = Texts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("this build lacks " + resource);
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                Properties texts = new Properties();
                texts.load(reader);
                return texts;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("could not read " + resource, broken);
        }
    }

    /// A text with its facts filled in.
    ///
    /// @throws IllegalStateException for a key that a bundle lacks
    String of(String key, Manner manner, Object... facts) {
        String text = (manner.chinese() ? chinese : english).getProperty(key);
        if (text == null) {
            throw new IllegalStateException("no text for " + key);
        }
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(facts[Integer.parseInt(place.group(1))])));
    }

    /// Whether this is a common code.
    boolean isCommon(String code) {
        return code.indexOf('#') < 0 && english.containsKey(code);
    }

    /// The keys of one language.
    SortedSet<String> keys(Manner manner) {
        return new TreeSet<>((manner.chinese() ? chinese : english).stringPropertyNames());
    }

    /// The Chinese text of an action's code.
    Optional<String> chinese(String code) {
        return Optional.ofNullable(chineseActions.getProperty(code));
    }
}
