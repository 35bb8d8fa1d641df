package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of verifications keeps when codes are given back.
public abstract class AttemptContract extends StoreContract {
    private static final Binding BINDING = Given.registration(Given.phone(1));

    @Test
    void a_code_is_accepted_once() {
        Verification sent = send(Given.demand(BINDING), code(1));

        Verification redeemed = accepted(redeem(BINDING, code(1)));
        assertThat(redeemed.id()).isEqualTo(sent.id());
        assertThat(redeemed.status()).isEqualTo(Status.REDEEMED);
        assertThat(notAccepted(redeem(BINDING, code(1)))).isZero();
        assertThat(found(sent).status()).isEqualTo(Status.REDEEMED);
    }

    @Test
    void a_code_works_up_to_its_last_millisecond_and_not_at_its_end() {
        send(Given.demand(BINDING), code(1));
        later(Duration.ofMinutes(10).minusMillis(1));
        accepted(match(BINDING, code(1)));
        later(Duration.ofMillis(1));

        assertThat(notAccepted(match(BINDING, code(1)))).isZero();
    }

    @Test
    void the_fifth_wrong_try_kills_the_code() {
        Verification sent = send(Given.demand(BINDING), code(1));

        for (int left = 4; left >= 0; left--) {
            assertThat(notAccepted(redeem(BINDING, WRONG))).isEqualTo(left);
        }
        assertThat(notAccepted(redeem(BINDING, code(1)))).isZero();
        assertThat(found(sent).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void a_code_of_one_binding_is_worth_nothing_in_another() {
        send(Given.demand(BINDING), code(1));
        Binding operation =
                new Binding(Given.TENANT.id(), Purpose.REGISTRATION, Given.phone(1), Optional.empty(), "a digest");
        List<Binding> others = List.of(
                Binding.anonymous(Given.TENANT.id(), Purpose.MIGRATION, Given.phone(1)),
                Binding.anonymous(Given.OTHER.id(), Purpose.REGISTRATION, Given.phone(1)),
                Given.registration(Given.phone(2)),
                Given.login(Given.phone(1), 7),
                operation);

        for (Binding other : others) {
            assertThat(notAccepted(redeem(other, code(1)))).isZero();
        }
        for (Binding other : others) {
            make(other, code(2), VerificationPolicy.standard());
            assertThat(notAccepted(redeem(other, code(1)))).isEqualTo(4);
        }
        accepted(redeem(BINDING, code(1)));
    }

    @Test
    void a_match_without_redeeming_leaves_the_code_good_and_resets_nothing() {
        make(BINDING, code(1), VerificationPolicy.standard());
        fail(BINDING, 4);
        assertThat(accepted(match(BINDING, code(1))).status()).isEqualTo(Status.PENDING);
        accepted(match(BINDING, code(1)));
        make(BINDING, code(1), new PolicyNumbers().tries(10).build());
        fail(BINDING, 6);

        // Ten in a row: had the match reset anything, this would be compared.
        assertThat(redeem(BINDING, code(1))).isEqualTo(new AttemptResult.NotAccepted(4, false, false));
    }

    @Test
    void without_a_live_code_nothing_is_counted() {
        fail(BINDING, 30);
        make(BINDING, code(1), VerificationPolicy.standard());

        accepted(redeem(BINDING, code(1)));
    }

    @Test
    void an_id_that_the_tenant_does_not_have_is_unknown() {
        Verification sent = send(Given.demand(BINDING), code(1));

        assertThat(named(Given.OTHER.id(), sent.id(), code(1))).isEqualTo(new AttemptResult.Unknown());
        assertThat(named(Given.TENANT.id(), "no such", code(1))).isEqualTo(new AttemptResult.Unknown());
        assertThat(accepted(named(Given.TENANT.id(), sent.id(), code(1))).status())
                .isEqualTo(Status.REDEEMED);
    }

    @Test
    void an_id_stands_for_every_live_code_of_its_binding_but_only_while_it_lives() {
        Verification first = send(Given.demand(BINDING), code(1));
        later(Duration.ofMinutes(6));
        Verification second = send(Given.demand(BINDING), code(2));

        assertThat(notAccepted(named(Given.TENANT.id(), second.id(), WRONG))).isEqualTo(4);
        assertThat(found(first).triesLeft()).isEqualTo(4);
        later(Duration.ofMinutes(4));
        assertThat(notAccepted(named(Given.TENANT.id(), first.id(), code(2)))).isZero();
        accepted(named(Given.TENANT.id(), second.id(), code(2)));
    }

    @Test
    void the_time_of_an_attempt_counts_not_the_time_of_the_database() {
        Verification sent = send(Given.demand(BINDING), code(1));
        Attempt attempt = new Attempt(new Attempt.Target.Bound(BINDING), code(1), CALLER, true, Optional.empty());

        assertThat(notAccepted(node().verifications()
                        .attempt(attempt, new AttemptPolicy(VerificationPolicy.standard()), sent.expiresAt())))
                .isZero();
        accepted(node().verifications()
                .attempt(
                        attempt,
                        new AttemptPolicy(VerificationPolicy.standard()),
                        sent.expiresAt().minusNanos(1)));
    }

    private void fail(Binding binding, int times) {
        for (int n = 0; n < times; n++) {
            notAccepted(redeem(binding, WRONG));
        }
    }

    private AttemptResult named(long tenant, String id, Code given) {
        Attempt attempt = new Attempt(new Attempt.Target.Named(tenant, id), given, CALLER, true, Optional.empty());
        return node().verifications()
                .attempt(attempt, new AttemptPolicy(VerificationPolicy.standard()), clock.instant());
    }

    private Verification found(Verification verification) {
        return node().verifications()
                .find(Given.TENANT.id(), verification.id(), clock.instant())
                .orElseThrow();
    }
}
