package dev.countersign.server.page.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.challenge.Challenge.Status;
import dev.countersign.challenge.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What screens say.
final class WordsTest {
    private static final Pattern USED = Pattern.compile("\"((?:[a-z]+\\.)*[a-z]+)\"");
    private static final Words EN = Words.of(Language.EN);
    private static final Words ZH = Words.of(Language.ZH);

    @Test
    void both_languages_say_the_same() {
        assertThat(EN.keys()).isEqualTo(ZH.keys()).hasSizeGreaterThan(60);
        for (String key : EN.keys()) {
            assertThat(places(ZH, key)).as(key).isEqualTo(places(EN, key));
        }
    }

    private static List<String> places(Words words, String key) {
        Matcher place = Pattern.compile("\\{[0-9]}").matcher(words.say(key, "{0}"));
        return place.results().map(one -> one.group()).toList();
    }

    @Test
    void every_text_is_said_somewhere() throws IOException {
        Set<String> used = new HashSet<>();
        for (String root : List.of("src/main/java/dev/countersign/server/page", "src/main/jte")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    USED.matcher(Files.readString(file)).results().forEach(one -> used.add(one.group(1)));
                }
            }
        }
        for (Kind kind : Kind.values()) {
            used.add(kind.word() + ".title");
        }
        Stream.concat(Stream.of(Status.values()).map(Status::word), Stream.of("unknown", "foreign", "forged", "method"))
                .forEach(about -> used.addAll(List.of(about + ".title", about + ".text")));
        for (String way : List.of("sms", "voice", "email")) {
            used.addAll(List.of("send." + way, "resend." + way));
        }
        for (String way : List.of("wechat", "custom")) {
            used.addAll(List.of("elsewhere." + way, "elsewhere." + way + ".button"));
        }
        for (String counted : List.of("tries", "seconds", "minutes", "hours")) {
            used.addAll(List.of(counted + ".one", counted + ".many"));
        }
        assertThat(used).containsAll(EN.keys());
    }

    @Test
    void a_wait_is_told_rounded_up() {
        assertThat(EN.wait(Duration.ZERO)).isEqualTo("1 second");
        assertThat(EN.wait(Duration.ofMillis(1001))).isEqualTo("2 seconds");
        assertThat(EN.wait(Duration.ofMinutes(2))).isEqualTo("120 seconds");
        assertThat(EN.wait(Duration.ofSeconds(121))).isEqualTo("3 minutes");
        assertThat(EN.wait(Duration.ofMinutes(121))).isEqualTo("3 hours");
        assertThat(ZH.wait(Duration.ofSeconds(59))).isEqualTo("59 秒");
    }

    @Test
    void a_language_is_found_by_locale_and_by_preference() {
        assertThat(Language.of("zh-Hant-TW")).contains(Language.ZH);
        assertThat(Language.of("en_US")).contains(Language.EN);
        assertThat(Language.of("fr")).isEmpty();
        assertThat(Language.preferred("fr, en;q=0.3, zh;q=0.5")).contains(Language.ZH);
        assertThat(Language.preferred("*")).isEmpty();
        assertThat(Language.preferred("<script>")).isEmpty();
        assertThat(Language.preferred("en,".repeat(200))).isEmpty();
    }
}
