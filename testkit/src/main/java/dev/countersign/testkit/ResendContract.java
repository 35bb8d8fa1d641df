package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Attempt;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.AttemptResult;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.ResendPolicy;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of verifications keeps when a code is asked for again: by a person, or by a client that
/// repeats itself.
public abstract class ResendContract extends StoreContract {
    private static final Binding BINDING = Given.registration(Given.phone(1));
    private static final Duration MINUTE = Duration.ofSeconds(60);
    private static final IdempotencyKey KEY = new IdempotencyKey("order 66", Bytes.utf8("POST /v1/verifications a"));

    @Test
    void reuse_sends_the_same_code_with_its_first_expiry_while_half_its_life_is_left() {
        Verification sent = send(Given.demand(BINDING), code(1));
        later(Duration.ofMinutes(5));
        Verification again = send(Given.demand(BINDING), code(2));

        assertThat(again.id()).isEqualTo(sent.id());
        assertThat(again.expiresAt()).isEqualTo(sent.expiresAt());
        assertThat(node().outbox().take(10, clock.instant(), MINUTE))
                .extracting(due -> due.code().orElseThrow())
                .containsExactly(code(1), code(1));
    }

    @Test
    void reuse_makes_a_second_code_beside_the_first_later() {
        Verification first = send(Given.demand(BINDING), code(1));
        later(Duration.ofMinutes(5).plusMillis(1));
        Verification second = send(Given.demand(BINDING), code(2));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(accepted(match(BINDING, code(1))).id()).isEqualTo(first.id());
        assertThat(accepted(redeem(BINDING, code(2))).id()).isEqualTo(second.id());
        assertThat(status(first)).isEqualTo(Status.REPLACED);
        assertThat(notAccepted(redeem(BINDING, code(1)))).isZero();
    }

    @Test
    void rotate_ends_the_old_code_at_once() {
        VerificationPolicy policy =
                new PolicyNumbers().resend(ResendPolicy.ROTATE).build();
        Verification first = send(Given.demand(BINDING), code(1), policy);
        later(MINUTE);
        send(Given.demand(BINDING), code(2), policy);

        assertThat(status(first)).isEqualTo(Status.REPLACED);
        assertThat(notAccepted(redeem(BINDING, code(1)))).isEqualTo(4);
        accepted(redeem(BINDING, code(2)));
        assertThat(node().outbox().take(10, clock.instant(), MINUTE)).isEmpty();
    }

    @Test
    void rotate_grace_lets_the_old_code_live_for_60_seconds() {
        VerificationPolicy policy =
                new PolicyNumbers().resend(ResendPolicy.ROTATE_GRACE).build();
        send(Given.demand(BINDING), code(1), policy);
        later(MINUTE);
        send(Given.demand(BINDING), code(2), policy);

        later(Duration.ofMillis(59_999));
        accepted(match(BINDING, code(1)));
        later(Duration.ofMillis(1));
        assertThat(notAccepted(match(BINDING, code(1)))).isEqualTo(4);
        accepted(redeem(BINDING, code(2)));
    }

    @Test
    void at_most_two_codes_live_for_one_binding() {
        VerificationPolicy policy =
                new PolicyNumbers().resend(ResendPolicy.ROTATE_GRACE).build();
        Verification first = send(Given.demand(BINDING), code(1), policy);
        later(MINUTE);
        send(Given.demand(BINDING), code(2), policy);
        later(MINUTE);
        send(Given.demand(BINDING), code(3), policy);

        assertThat(status(first)).isIn(Status.REPLACED, Status.EXPIRED);
        notAccepted(match(BINDING, code(1)));
        accepted(match(BINDING, code(2)));
        accepted(match(BINDING, code(3)));
    }

    @Test
    void a_resend_resets_neither_tries_nor_failures() {
        send(Given.demand(BINDING), code(1));
        assertThat(notAccepted(redeem(BINDING, WRONG))).isEqualTo(4);
        later(MINUTE);

        assertThat(send(Given.demand(BINDING), code(2)).triesLeft()).isEqualTo(4);
        assertThat(notAccepted(redeem(BINDING, WRONG))).isEqualTo(3);
    }

    @Test
    void a_wrong_try_is_charged_to_both_live_codes() {
        Verification first = send(Given.demand(BINDING), code(1));
        redeem(BINDING, WRONG);
        later(Duration.ofMinutes(6));
        Verification second = send(Given.demand(BINDING), code(2));

        assertThat(notAccepted(redeem(BINDING, WRONG))).isEqualTo(4);
        assertThat(found(first).triesLeft()).isEqualTo(3);
        assertThat(found(second).triesLeft()).isEqualTo(4);
    }

    @Test
    void the_same_idempotency_key_gets_the_first_answer_for_24_hours() {
        Verification first = send(Given.demand(BINDING, KEY), code(1));
        redeem(BINDING, WRONG);
        redeem(BINDING, code(1));
        later(Duration.ofHours(24).minusMillis(1));

        assertThat(send(Given.demand(BINDING, KEY), code(2))).isEqualTo(first);
        assertThat(outgoing()).isEqualTo(1);
        later(Duration.ofMillis(1));
        assertThat(send(Given.demand(BINDING, KEY), code(2)).id()).isNotEqualTo(first.id());
    }

    @Test
    void an_idempotency_key_is_refused_for_another_request() {
        send(Given.demand(BINDING, KEY), code(1));
        IdempotencyKey other = new IdempotencyKey(KEY.key(), Bytes.utf8("POST /v1/verifications b"));

        assertThat(refusal(() -> send(Given.demand(Given.registration(Given.phone(2)), other), code(2))))
                .isEqualTo(new CallRefusal.IdempotencyKeyReused());
        assertThat(outgoing()).isEqualTo(1);
    }

    @Test
    void nothing_is_kept_for_a_refused_request() {
        send(Given.demand(BINDING), code(1));
        refusal(() -> send(Given.demand(BINDING, KEY), code(2)));
        IdempotencyKey other = new IdempotencyKey(KEY.key(), Bytes.utf8("POST /v1/verifications b"));

        send(Given.demand(Given.registration(Given.phone(2)), other), code(3));
        assertThat(outgoing()).isEqualTo(2);
    }

    @Test
    void a_repeated_redeem_gets_the_first_answer_and_counts_nothing() {
        Verification sent = send(Given.demand(BINDING), code(1));
        AttemptResult first = named(sent, code(1), KEY);
        AttemptResult again = named(sent, code(1), KEY);

        assertThat(accepted(first).status()).isEqualTo(Status.REDEEMED);
        assertThat(again).isEqualTo(first);
        IdempotencyKey other = new IdempotencyKey(KEY.key(), Bytes.utf8("another body"));
        assertThat(refusal(() -> named(sent, code(1), other))).isEqualTo(new CallRefusal.IdempotencyKeyReused());
    }

    @Test
    void a_wrong_code_is_not_replayed() {
        Verification sent = send(Given.demand(BINDING), code(1));

        assertThat(notAccepted(named(sent, WRONG, KEY))).isEqualTo(4);
        assertThat(notAccepted(named(sent, WRONG, KEY))).isEqualTo(3);
    }

    private AttemptResult named(Verification verification, Code given, IdempotencyKey key) {
        Attempt attempt = new Attempt(
                new Attempt.Target.Named(Given.TENANT.id(), verification.id()), given, CALLER, true, Optional.of(key));
        return node().verifications()
                .attempt(attempt, new AttemptPolicy(VerificationPolicy.standard()), clock.instant());
    }

    private Verification found(Verification verification) {
        return node().verifications()
                .find(Given.TENANT.id(), verification.id(), clock.instant())
                .orElseThrow();
    }

    private Status status(Verification verification) {
        return found(verification).status();
    }
}
