package dev.countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationPolicyTest {
    private static VerificationPolicy policy(int digits, Duration lifetime, int tries, int untilDisabled) {
        return new VerificationPolicy(
                digits,
                lifetime,
                tries,
                ResendPolicy.REUSE,
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                5,
                10,
                10,
                10,
                20,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                10,
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                untilDisabled,
                Duration.ofHours(24),
                200,
                80);
    }

    private static void refused(int digits, Duration lifetime, int tries, int untilDisabled) {
        assertThatThrownBy(() -> policy(digits, lifetime, tries, untilDisabled))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_defaults_are_within_the_standards() {
        assertThat(policy(6, Duration.ofMinutes(10), 5, 100)).isEqualTo(VerificationPolicy.standard());
    }

    @Test
    void what_the_standards_forbid_is_refused() {
        refused(5, Duration.ofMinutes(10), 5, 100);
        refused(9, Duration.ofMinutes(10), 5, 100);
        refused(6, Duration.ofMinutes(10).plusNanos(1), 5, 100);
        refused(6, Duration.ZERO, 5, 100);
        refused(6, Duration.ofMinutes(10), 0, 100);
        refused(6, Duration.ofMinutes(10), 11, 100);
        refused(6, Duration.ofMinutes(10), 5, 101);
        refused(6, Duration.ofMinutes(10), 5, 0);
    }

    @Test
    void another_way_of_resending_changes_nothing_else() {
        assertThat(VerificationPolicy.standard().with(ResendPolicy.ROTATE).with(ResendPolicy.REUSE))
                .isEqualTo(VerificationPolicy.standard());
    }
}
