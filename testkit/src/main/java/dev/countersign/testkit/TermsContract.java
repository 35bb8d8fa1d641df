package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Channel;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.verification.Alphabet;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.CodeShape;
import dev.countersign.verification.Demand;
import dev.countersign.verification.Terms;
import dev.countersign.verification.Terms.Earlier;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of verifications keeps of the terms that a demand has of its own.
public abstract class TermsContract extends StoreContract {
    private static final Binding BINDING = Given.registration(Given.phone(1));
    private static final Duration MINUTE = Duration.ofSeconds(60);

    private static Demand demand(Duration lifetime, Duration quiet, Earlier earlier) {
        Terms.Content content = new Terms.Content.Drawn(new CodeShape(6, Alphabet.DIGITS));
        return new Demand(
                BINDING,
                Channel.SMS,
                "en",
                "192.0.2.1",
                Optional.empty(),
                "",
                Optional.of(new Terms(content, lifetime, quiet, earlier)),
                Optional.empty());
    }

    @Test
    void a_code_lives_as_long_as_its_demand_says() {
        Verification sent = send(demand(Duration.ofSeconds(90), MINUTE, Earlier.END), code(1));
        assertThat(sent.expiresAt()).isEqualTo(clock.instant().plusSeconds(90));
        later(Duration.ofSeconds(90).minusMillis(1));
        accepted(match(BINDING, code(1)));
        later(Duration.ofMillis(1));

        assertThat(notAccepted(match(BINDING, code(1)))).isZero();
    }

    @Test
    void the_time_between_sends_is_lengthened_and_never_shortened() {
        send(demand(Duration.ofMinutes(5), MINUTE, Earlier.END), code(1));
        later(MINUTE.minusMillis(1));
        assertThat(refusal(() -> send(demand(Duration.ofMinutes(5), Duration.ZERO, Earlier.END), code(2))))
                .isEqualTo(new SendRefusal.ResendTooSoon(Duration.ofMillis(1)));
        later(Duration.ofMillis(1));
        assertThat(refusal(() -> send(demand(Duration.ofMinutes(5), MINUTE.multipliedBy(2), Earlier.END), code(2))))
                .isEqualTo(new SendRefusal.ResendTooSoon(MINUTE));

        send(demand(Duration.ofMinutes(5), Duration.ZERO, Earlier.END), code(2));
    }

    @Test
    void a_new_code_ends_the_earlier_ones_where_that_is_asked_for() {
        Verification first = send(demand(Duration.ofMinutes(5), MINUTE, Earlier.END), code(1));
        later(MINUTE);
        Verification second = send(demand(Duration.ofMinutes(5), MINUTE, Earlier.END), code(2));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(status(first)).isEqualTo(Status.REPLACED);
        assertThat(notAccepted(redeem(BINDING, code(1)))).isEqualTo(4);
        accepted(redeem(BINDING, code(2)));
    }

    @Test
    void earlier_codes_stay_where_that_is_asked_for_but_only_two_live() {
        Verification first = send(demand(Duration.ofMinutes(5), MINUTE, Earlier.STAY), code(1));
        later(MINUTE);
        Verification second = send(demand(Duration.ofMinutes(5), MINUTE, Earlier.STAY), code(2));
        assertThat(status(first)).isEqualTo(Status.PENDING);
        later(MINUTE);
        send(demand(Duration.ofMinutes(5), MINUTE, Earlier.STAY), code(3));

        assertThat(status(first)).isEqualTo(Status.REPLACED);
        assertThat(status(second)).isEqualTo(Status.PENDING);
        assertThat(notAccepted(redeem(BINDING, WRONG))).isEqualTo(4);
        assertThat(accepted(redeem(BINDING, code(2))).id()).isEqualTo(second.id());
        assertThat(notAccepted(redeem(BINDING, code(3)))).isZero();
    }

    @Test
    void letters_are_compared_as_the_attempt_says_and_a_code_in_any_case_passes_once() {
        send(demand(Duration.ofMinutes(5), MINUTE, Earlier.END), Code.of("aBcDeF"));

        assertThat(notAccepted(redeem(BINDING, Code.of("AbCdEf")))).isEqualTo(4);
        accepted(redeem(BINDING, Code.inAnyCase("AbCdEf")));
        assertThat(notAccepted(redeem(BINDING, Code.inAnyCase("AbCdEf")))).isZero();
    }

    private Status status(Verification verification) {
        return node().verifications()
                .find(Given.TENANT.id(), verification.id(), clock.instant())
                .orElseThrow()
                .status();
    }
}
