package dev.countersign.delivery.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a text with placeholders is read and filled.
class TemplateTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{cod} is it | has {cod}, which is no placeholder; there is {code}, {minutes}, {details}, {domain}",
                "{Code} | has {Code}, which is no placeholder",
                "{} | has {}, which is no placeholder",
                "{code is it | has a { without its }",
                "code} is it | has a } without its {",
                "{{code} | has a } without its {",
                "{a text that somebody forgot to close} | has {a text that somebod…, which is no placeholder"
            })
    void a_broken_placeholder_is_refused_by_its_name(String text, String why) {
        assertThatThrownBy(() -> TemplateText.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @Test
    void a_brace_that_is_written_twice_is_one() {
        TemplateText text = TemplateText.parse("p {{ color: {code} }}");
        assertThat(text.fill(any -> "1")).isEqualTo("p { color: 1 }");
        assertThat(text.placeholders()).containsExactly(Placeholder.CODE);
    }

    @Test
    void what_is_filled_in_is_not_read_again() {
        TemplateText text = TemplateText.parse("{details}{code}");
        assertThat(text.fill(each -> each == Placeholder.DETAILS ? "{code}" : "7"))
                .isEqualTo("{code}7");
    }

    @Test
    void whatever_is_typed_is_refused_in_a_sentence_or_filled() {
        long seed = 20_270_101;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        String letters = "{}code minutes{}\n\u05d0é";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder typed = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                typed.append(letters.charAt(random.nextInt(letters.length())));
            }
            try {
                String filled = TemplateText.parse(typed.toString()).fill(any -> "x");
                assertThat(filled.length()).as("seed %d: %s", seed, typed).isLessThanOrEqualTo(typed.length());
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as("seed %d: %s", seed, typed).hasMessageStartingWith("has ");
            }
        }
    }
}
