package dev.countersign.policy.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "*, '', true",
        "*, anything, true",
        "'', '', true",
        "'', a, false",
        "abc, abc, true",
        "abc, ABC, false",
        "abc, abcd, false",
        "abc*, abc, true",
        "abc*, abcdef, true",
        "abc*, ab, false",
        "*abc, abc, true",
        "*abc, xabc, true",
        "*abc, abcx, false",
        "a*c, ac, true",
        "a*c, abbbc, true",
        "a*c, abbbcb, false",
        "a?c, abc, true",
        "a?c, ac, false",
        "?, '', false",
        "?, x, true",
        "??*, x, false",
        "??*, xyz, true",
        "*?*, '', false",
        "**a**, bab, true",
        "*ab*ab*, abab, true",
        "*ab*ab*, abaab, true",
        "*ab*ab*, aba, false",
        "a.b, axb, false",
        "[a-z]*, b, false"
    })
    void fits_as_a_whole(String pattern, String name, boolean fits) {
        assertThat(Wildcard.of(pattern).matches(name)).isEqualTo(fits);
    }

    @ParameterizedTest
    @ValueSource(ints = {62, 63, 64, 65, 127, 128, 129, 255, 256, 500})
    void places_beyond_one_word_are_followed(int length) {
        String body = "ab".repeat(length / 2) + "c".repeat(length % 2);
        Wildcard pattern = Wildcard.of("?" + body.substring(1) + "*z");
        assertThat(pattern.matches(body + "z")).isTrue();
        assertThat(pattern.matches(body + "yyyz")).isTrue();
        assertThat(pattern.matches(body + "y")).isFalse();
        assertThat(pattern.matches(body.substring(1) + "z")).isFalse();
    }

    @Test
    void agrees_with_the_naive_matcher_on_whatever_is_drawn() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String pattern = drawn(random, "ab*?", 12);
            String name = drawn(random, "ab", 14);
            assertThat(Wildcard.of(pattern).matches(name))
                    .as("seed %d: %s on %s", seed, pattern, name)
                    .isEqualTo(naively(pattern, name));
        }
    }

    /// Anything that tries places one after the other would not come to an end with these.
    @Test
    @Timeout(60)
    void a_name_of_100_000_characters_is_read_once_whatever_the_pattern() {
        String name = "a".repeat(100_000);
        assertThat(Wildcard.of("*a".repeat(255) + "b").matches(name)).isFalse();
        assertThat(Wildcard.of("*a".repeat(255) + "*").matches(name)).isTrue();
        assertThat(Wildcard.of("*" + "a".repeat(500) + "b*").matches(name)).isFalse();
        assertThat(Wildcard.of("*" + "a?".repeat(250) + "*b").matches(name)).isFalse();
        assertThat(Wildcard.of("*?".repeat(255) + "*").matches(name)).isTrue();
    }

    @Test
    void a_long_pattern_must_be_simple() {
        String text = "a".repeat(Wildcard.LONGEST);
        assertThat(Wildcard.of(text + "bcd*").matches(text + "bcdefg")).isTrue();
        assertThat(Wildcard.of(text + "bcd").matches(text + "bcd")).isTrue();
        assertThat(Wildcard.of("*" + text).matches("b" + text)).isTrue();
        assertThatThrownBy(() -> Wildcard.of("*" + text + "*")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String drawn(Random random, String letters, int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static boolean naively(String pattern, String name) {
        if (pattern.isEmpty()) {
            return name.isEmpty();
        }
        return switch (pattern.charAt(0)) {
            case '*' -> naively(pattern.substring(1), name) || (!name.isEmpty() && naively(pattern, name.substring(1)));
            case '?' -> !name.isEmpty() && naively(pattern.substring(1), name.substring(1));
            default ->
                !name.isEmpty()
                        && pattern.charAt(0) == name.charAt(0)
                        && naively(pattern.substring(1), name.substring(1));
        };
    }
}
