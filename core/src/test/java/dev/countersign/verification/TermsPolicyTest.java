package dev.countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.verification.Terms.Content;
import dev.countersign.verification.Terms.Earlier;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TermsPolicyTest {
    private static final TermsPolicy STRICT = new TermsPolicy(false);
    private static final TermsPolicy LENIENT = new TermsPolicy(true);

    private static Terms terms(int length, Duration lifetime, Duration quiet) {
        return new Terms(new Content.Drawn(new CodeShape(length, Alphabet.DIGITS)), lifetime, quiet, Earlier.END);
    }

    @Test
    void a_code_has_at_least_six_signs_unless_the_installation_is_lenient() {
        for (int length = 4; length <= 8; length++) {
            Terms terms = terms(length, Duration.ofMinutes(5), Duration.ZERO);
            assertThat(STRICT.permits(terms)).isEqualTo(length >= 6);
            assertThat(LENIENT.permits(terms)).isTrue();
        }
        assertThat(STRICT.usualLength()).isEqualTo(6);
        assertThat(LENIENT.usualLength()).isEqualTo(4);
        assertThatThrownBy(() -> new CodeShape(3, Alphabet.LETTERS)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CodeShape(9, Alphabet.LETTERS)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_code_lives_ten_minutes_at_most_or_a_day() {
        Duration ten = Duration.ofMinutes(10);
        Duration day = Duration.ofDays(1);
        assertThat(STRICT.permits(terms(6, ten, Duration.ZERO))).isTrue();
        assertThat(STRICT.permits(terms(6, ten.plusSeconds(1), Duration.ZERO))).isFalse();
        assertThat(LENIENT.permits(terms(6, day, Duration.ZERO))).isTrue();
        assertThat(LENIENT.permits(terms(6, day.plusSeconds(1), Duration.ZERO))).isFalse();
        assertThat(LENIENT.permits(terms(6, Duration.ZERO, Duration.ZERO))).isFalse();
    }

    @Test
    void sends_are_looked_back_to_for_a_day() {
        Duration day = Duration.ofDays(1);
        assertThat(STRICT.permits(terms(6, Duration.ofSeconds(1), day))).isTrue();
        assertThat(STRICT.permits(terms(6, Duration.ofSeconds(1), day.plusSeconds(1))))
                .isFalse();
        assertThat(STRICT.permits(terms(6, Duration.ofSeconds(1), Duration.ofSeconds(-1))))
                .isFalse();
    }
}
