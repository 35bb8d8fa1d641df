package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.MailAddress;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.AttemptResult.NotAccepted;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of verifications keeps about failures in a row: waits, locks, and guessers.
public abstract class FailureContract extends StoreContract {
    private static final Binding ANONYMOUS = Given.registration(Given.phone(1));
    private static final Binding LOGIN = Given.login(Given.phone(1), 7);

    @Test
    void the_tenth_failure_begins_a_wait_of_30_seconds() {
        fail(LOGIN, 10);
        later(Duration.ofSeconds(30).minusMillis(1));

        assertThat(right(LOGIN)).isEqualTo(new NotAccepted(5, false, false));
        later(Duration.ofMillis(1));
        accepted(redeem(LOGIN, code(1)));
    }

    @Test
    void waits_double_up_to_an_hour() {
        fail(LOGIN, 10);
        Duration wait = Duration.ofSeconds(30);
        for (int n = 0; n < 12; n++) {
            later(wait.minusMillis(1));
            assertThat(notAccepted(right(LOGIN))).isEqualTo(5);
            later(Duration.ofMillis(1));
            fail(LOGIN, 1);
            wait = wait.multipliedBy(2).compareTo(Duration.ofHours(1)) < 0 ? wait.multipliedBy(2) : Duration.ofHours(1);
        }
        assertThat(wait).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void during_a_wait_nothing_is_compared_counted_or_burnt() {
        fail(LOGIN, 10);
        make(LOGIN, code(1), VerificationPolicy.standard());
        for (int n = 0; n < 20; n++) {
            assertThat(redeem(LOGIN, WRONG)).isEqualTo(new NotAccepted(5, false, false));
        }
        later(Duration.ofSeconds(30));

        accepted(redeem(LOGIN, code(1)));
    }

    @Test
    void sending_is_not_affected_by_a_wait() {
        fail(LOGIN, 10);
        Verification sent = send(Given.demand(LOGIN), code(2));

        assertThat(redeem(LOGIN, code(2))).isEqualTo(new NotAccepted(5, false, false));
        later(Duration.ofSeconds(30));
        assertThat(accepted(redeem(LOGIN, code(2))).id()).isEqualTo(sent.id());
    }

    @Test
    void what_is_not_compared_does_not_make_a_caller_a_guesser() {
        fail(LOGIN, 10);
        for (int n = 0; n < 400; n++) {
            redeem(LOGIN, WRONG);
            redeem(Given.registration(Given.phone(900)), WRONG);
        }

        accepted(right(Given.registration(Given.phone(901))));
    }

    @Test
    void a_new_code_never_resets_the_count_and_a_success_does() {
        for (int n = 0; n < 9; n++) {
            fail(LOGIN, 1);
        }
        accepted(right(LOGIN));
        fail(LOGIN, 9);
        accepted(right(LOGIN));
        fail(LOGIN, 10);
        assertThat(notAccepted(right(LOGIN))).isEqualTo(5);
    }

    @Test
    void a_principals_failures_count_over_all_purposes_and_numbers_but_each_authenticator_by_itself() {
        fail(LOGIN, 5);
        Binding operation =
                new Binding(Given.TENANT.id(), Purpose.OPERATION, Given.phone(2), Optional.of(7L), "a digest");
        fail(operation, 5);
        Binding mail =
                new Binding(Given.TENANT.id(), Purpose.LOGIN, new MailAddress("a@example.com"), Optional.of(7L), "");

        assertThat(notAccepted(right(LOGIN))).isEqualTo(5);
        accepted(right(mail));
        accepted(right(Given.login(Given.phone(1), 8)));
        accepted(right(ANONYMOUS));
    }

    @Test
    void the_hundredth_failure_disables_a_principals_authenticator_until_a_person_lifts_it() {
        for (int n = 1; n < 100; n++) {
            assertThat(wrong(LOGIN).disabled()).isFalse();
            later(Duration.ofHours(1));
        }
        assertThat(wrong(LOGIN).disabled()).isTrue();
        later(Duration.ofDays(365));

        assertThat(right(LOGIN)).isEqualTo(new NotAccepted(5, false, false));
        assertThat(node().verifications().unlock(7, "mail", Given.unlocking(7, clock.instant())))
                .isFalse();
        assertThat(node().verifications().unlock(7, "phone", Given.unlocking(7, clock.instant())))
                .isTrue();
        accepted(redeem(LOGIN, code(1)));
    }

    @Test
    void a_number_without_principal_is_never_disabled() {
        for (int n = 0; n < 120; n++) {
            assertThat(wrong(ANONYMOUS).disabled()).isFalse();
            later(Duration.ofHours(1));
        }
        accepted(right(ANONYMOUS));
    }

    @Test
    void a_numbers_failures_fade_in_24_hours_and_a_principals_do_not() {
        fail(ANONYMOUS, 9);
        fail(LOGIN, 9);
        later(Duration.ofHours(24));
        fail(ANONYMOUS, 1);
        fail(LOGIN, 1);

        accepted(right(ANONYMOUS));
        assertThat(notAccepted(right(LOGIN))).isEqualTo(5);
    }

    @Test
    void a_numbers_failures_do_not_fade_a_moment_earlier() {
        fail(ANONYMOUS, 9);
        later(Duration.ofHours(24).minusMillis(1));
        fail(ANONYMOUS, 1);

        assertThat(notAccepted(right(ANONYMOUS))).isEqualTo(5);
    }

    @Test
    void a_caller_whose_last_200_comparisons_were_mostly_wrong_waits_with_every_number() {
        guess(0, 40, true);
        guess(40, 159, false);
        assertThat(wrong(Given.registration(Given.phone(900))).sprayed()).isTrue();
        Binding fresh = Given.registration(Given.phone(901));

        assertThat(notAccepted(right(fresh))).isEqualTo(5);
        later(Duration.ofSeconds(30));
        accepted(redeem(fresh, code(1)));
    }

    @Test
    void a_caller_with_fewer_wrong_ones_does_not_wait() {
        guess(0, 41, true);
        guess(41, 158, false);
        assertThat(wrong(Given.registration(Given.phone(900))).sprayed()).isFalse();

        accepted(right(Given.registration(Given.phone(901))));
    }

    private void guess(int from, int count, boolean right) {
        for (int n = from; n < from + count; n++) {
            Binding binding = Given.registration(Given.phone(n));
            if (right) {
                accepted(right(binding));
            } else {
                assertThat(wrong(binding).sprayed()).isFalse();
            }
        }
    }

    /// Fails that often.
    private void fail(Binding binding, int times) {
        for (int n = 0; n < times; n++) {
            wrong(binding);
        }
    }

    private NotAccepted wrong(Binding binding) {
        make(binding, code(1), VerificationPolicy.standard());
        AttemptResult result = redeem(binding, WRONG);
        assertThat(result).isInstanceOf(NotAccepted.class);
        NotAccepted not = (NotAccepted) result;
        assertThat(not.triesLeft()).as("it was compared").isEqualTo(4);
        return not;
    }

    private AttemptResult right(Binding binding) {
        make(binding, code(1), VerificationPolicy.standard());
        return redeem(binding, code(1));
    }
}
