package dev.countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptPolicyTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private final AttemptPolicy policy = new AttemptPolicy(VerificationPolicy.standard());

    private FailureCount failed(int times, boolean withPrincipal, Duration apart) {
        FailureCount count = FailureCount.NONE;
        for (int i = 0; i < times; i++) {
            count = policy.failed(count, withPrincipal, NOW.plus(apart.multipliedBy(i)));
        }
        return count;
    }

    private CallerRecord compared(CallerRecord from, String outcomes) {
        CallerRecord record = from;
        for (int i = 0; i < outcomes.length(); i++) {
            record = policy.compared(record, outcomes.charAt(i) == 'r', NOW);
        }
        return record;
    }

    @Test
    void nine_failures_in_a_row_bring_no_wait() {
        FailureCount count = failed(9, true, Duration.ZERO);
        assertThat(count.inARow()).isEqualTo(9);
        assertThat(count.waitUntil()).isEmpty();
        assertThat(count.holdsBack(NOW)).isFalse();
    }

    @Test
    void from_the_tenth_on_waits_double_from_30_seconds_to_an_hour() {
        List<Integer> seconds = List.of(30, 60, 120, 240, 480, 960, 1920, 3600, 3600);
        for (int i = 0; i < seconds.size(); i++) {
            assertThat(failed(10 + i, true, Duration.ZERO).waitUntil())
                    .as("failure %d", 10 + i)
                    .contains(NOW.plusSeconds(seconds.get(i)));
        }
        assertThat(failed(99, true, Duration.ZERO).waitUntil()).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void a_wait_ends_at_its_end() {
        FailureCount count = failed(10, true, Duration.ZERO);
        assertThat(count.holdsBack(NOW.plusSeconds(30).minusNanos(1))).isTrue();
        assertThat(count.holdsBack(NOW.plusSeconds(30))).isFalse();
    }

    @Test
    void the_hundredth_failure_disables_a_principals_authenticator_for_good() {
        assertThat(failed(99, true, Duration.ZERO).disabled()).isFalse();
        FailureCount count = failed(100, true, Duration.ZERO);
        assertThat(count.disabled()).isTrue();
        assertThat(count.holdsBack(NOW.plus(Duration.ofDays(10_000)))).isTrue();
    }

    @Test
    void a_stranger_can_never_lock_a_number_without_principal() {
        FailureCount count = failed(5_000, false, Duration.ZERO);
        assertThat(count.disabled()).isFalse();
        assertThat(count.holdsBack(NOW.plus(Duration.ofHours(1)))).isFalse();
    }

    @Test
    void a_count_without_principal_fades_in_24_hours() {
        FailureCount twelve = failed(12, false, Duration.ZERO);
        assertThat(policy.failed(twelve, false, NOW.plus(Duration.ofHours(24).minusNanos(1)))
                        .inARow())
                .isEqualTo(13);
        assertThat(policy.failed(twelve, false, NOW.plus(Duration.ofHours(24))).inARow())
                .isEqualTo(1);
    }

    @Test
    void a_principals_count_never_fades() {
        FailureCount twelve = failed(12, true, Duration.ZERO);
        assertThat(policy.failed(twelve, true, NOW.plus(Duration.ofDays(1_000))).inARow())
                .isEqualTo(13);
    }

    @Test
    void a_caller_whose_last_200_were_80_percent_wrong_waits() {
        CallerRecord record = compared(CallerRecord.NONE, "r".repeat(40) + "w".repeat(159));
        assertThat(record.waitUntil()).as("199 comparisons are no full window").isEmpty();
        assertThat(policy.compared(record, false, NOW).waitUntil()).contains(NOW.plusSeconds(30));
        assertThat(policy.compared(record, true, NOW).waitUntil()).isEmpty();
    }

    @Test
    void a_caller_that_goes_on_guessing_waits_twice_as_long() {
        CallerRecord record = compared(CallerRecord.NONE, "w".repeat(200));
        assertThat(record).isEqualTo(new CallerRecord("w".repeat(200), 1, Optional.of(NOW.plusSeconds(30))));
        assertThat(policy.compared(record, false, NOW).waitUntil()).contains(NOW.plusSeconds(60));
        assertThat(compared(record, "w".repeat(20)).waitUntil()).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void an_honest_share_of_right_codes_ends_the_strikes() {
        CallerRecord record = compared(compared(CallerRecord.NONE, "w".repeat(205)), "r".repeat(41));
        assertThat(record.strikes()).isZero();
        assertThat(record.waitUntil()).isEmpty();
    }

    @Test
    void only_the_last_200_are_kept() {
        assertThat(compared(CallerRecord.NONE, "r".repeat(1_000)).recent()).hasSize(200);
    }

    @Test
    void of_five_guesses_at_each_of_10_000_numbers_one_a_second_219_are_compared() {
        CallerRecord caller = CallerRecord.NONE;
        int compared = 0;
        for (int guess = 0; guess < 5 * 10_000; guess++) {
            Instant now = NOW.plusSeconds(guess);
            if (!caller.holdsBack(now)) {
                caller = policy.compared(caller, false, now);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(219);
    }
}
