package dev.countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PurposeTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "login", "two-factor-2", "abcdefghijklmnopqrstuvwxyz-12345"})
    void any_plain_name_is_a_purpose(String name) {
        assertThat(new Purpose(name).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Login", "1st", "-a", "a_b", "a b", "é", "abcdefghijklmnopqrstuvwxyz-123456", "a\n"})
    void another_form_is_refused(String name) {
        assertThatThrownBy(() -> new Purpose(name)).isInstanceOf(IllegalArgumentException.class);
    }
}
