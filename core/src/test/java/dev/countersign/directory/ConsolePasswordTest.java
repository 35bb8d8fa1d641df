package dev.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.value.Secret;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsolePasswordTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"Abcdef1!", "1!aBcdef", "Ünïcode1 !x", "Abc def1!", "A1!aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void takes_eight_characters_of_all_four_kinds(String password) {
        assertThat(ConsolePassword.strong(Secret.of(password))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Abcde1!", "abcdefg1!", "ABCDEFG1!", "Abcdefgh!", "Abcdefg12", "Abcdefg1 ", "Abcdef1!\n"})
    void refuses_what_is_too_short_or_lacks_a_kind(String password) {
        assertThat(ConsolePassword.strong(Secret.of(password))).isFalse();
    }

    @Test
    void refuses_what_would_take_long_to_hash() {
        assertThat(ConsolePassword.strong(Secret.of("Ab1!" + "x".repeat(124)))).isTrue();
        assertThat(ConsolePassword.strong(Secret.of("Ab1!" + "x".repeat(125)))).isFalse();
    }

    @Test
    void a_random_one_has_32_characters_keeps_the_rules_and_differs() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 2_000; n++) {
            Secret drawn = ConsolePassword.random(random);
            assertThat(drawn.reveal()).as("seed %d", seed).hasSize(32);
            assertThat(ConsolePassword.strong(drawn)).as("seed %d", seed).isTrue();
            assertThat(seen.add(drawn.reveal())).as("seed %d", seed).isTrue();
        }
    }
}
