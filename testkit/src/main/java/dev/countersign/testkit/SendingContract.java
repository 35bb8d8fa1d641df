package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.DueMessage;
import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.SendQuota;
import dev.countersign.refusal.SendRefusal.ResendTooSoon;
import dev.countersign.refusal.SendRefusal.SendQuotaSpent;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Demand;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import dev.countersign.verification.Verification.Status;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of verifications keeps about sends and their ceilings.
public abstract class SendingContract extends StoreContract {
    private static final PhoneNumber PHONE = Given.phone(1);
    private static final Binding BINDING = Given.registration(PHONE);
    private static final Duration MINUTE = Duration.ofSeconds(60);

    @Test
    void a_send_makes_a_verification_and_its_message() {
        Verification sent = send(Given.demand(BINDING), code(1));

        assertThat(sent.status()).isEqualTo(Status.PENDING);
        assertThat(sent.triesLeft()).isEqualTo(5);
        assertThat(sent.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(node().verifications().find(Given.TENANT.id(), sent.id(), clock.instant()))
                .contains(sent);
        List<DueMessage> due = node().outbox().take(10, clock.instant(), MINUTE);
        assertThat(due).hasSize(1);
        assertThat(due.getFirst().to()).isEqualTo(PHONE);
        assertThat(due.getFirst().code()).contains(code(1));
        assertThat(due.getFirst().expiresAt()).isEqualTo(sent.expiresAt());
        assertThat(due.getFirst().attempt()).isZero();
    }

    @Test
    void a_second_send_is_refused_for_59999_ms_and_allowed_at_60_s() {
        send(Given.demand(BINDING), code(1));
        later(Duration.ofMillis(59_999));

        assertThat(refusal(() -> send(Given.demand(BINDING), code(2))))
                .isEqualTo(new ResendTooSoon(Duration.ofMillis(1)));
        assertThat(outgoing()).isEqualTo(1);
        later(Duration.ofMillis(1));
        send(Given.demand(BINDING), code(2));
        assertThat(outgoing()).isEqualTo(2);
    }

    @Test
    void another_purpose_tenant_or_number_is_not_too_soon() {
        send(Given.demand(BINDING), code(1));

        send(Given.demand(Binding.anonymous(Given.TENANT.id(), Purpose.MIGRATION, PHONE)), code(2));
        send(Given.demand(Binding.anonymous(Given.OTHER.id(), Purpose.REGISTRATION, PHONE)), code(3));
        send(Given.demand(Given.registration(Given.phone(2))), code(4));
        assertThat(outgoing()).isEqualTo(4);
    }

    @Test
    void five_an_hour_then_the_sixth_waits_for_the_first_to_be_an_hour_old() {
        sends(5, MINUTE);

        assertThat(refusal(() -> send(Given.demand(BINDING), code(6))))
                .isEqualTo(new SendQuotaSpent(SendQuota.DESTINATION_HOUR, Duration.ofMinutes(55)));
        later(Duration.ofMinutes(55).minusMillis(1));
        assertThat(refusal(() -> send(Given.demand(BINDING), code(6))))
                .isEqualTo(new SendQuotaSpent(SendQuota.DESTINATION_HOUR, Duration.ofMillis(1)));
        later(Duration.ofMillis(1));
        send(Given.demand(BINDING), code(6));
        assertThat(refusal(() ->
                        send(Given.demand(Binding.anonymous(Given.TENANT.id(), Purpose.MIGRATION, PHONE)), code(7))))
                .isInstanceOf(SendQuotaSpent.class);
    }

    @Test
    void ten_a_day_then_the_eleventh_waits_for_the_first_to_be_a_day_old() {
        sends(10, Duration.ofMinutes(15));

        Duration left = Duration.ofHours(24).minus(Duration.ofMinutes(150));
        assertThat(refusal(() -> send(Given.demand(BINDING), code(11))))
                .isEqualTo(new SendQuotaSpent(SendQuota.DESTINATION_DAY, left));
        later(left);
        send(Given.demand(BINDING), code(11));
    }

    @Test
    void ten_a_day_over_all_tenants() {
        sends(5, Duration.ofMinutes(15));
        Binding others = Binding.anonymous(Given.OTHER.id(), Purpose.REGISTRATION, PHONE);
        for (int n = 0; n < 5; n++) {
            send(Given.demand(others), code(n));
            later(Duration.ofMinutes(15));
        }

        assertThat(refusal(() -> send(Given.demand(others), code(11))))
                .isInstanceOfSatisfying(
                        SendQuotaSpent.class, spent -> assertThat(spent.quota()).isEqualTo(SendQuota.INSTALLATION_DAY));
    }

    @Test
    void a_principal_has_a_budget_of_its_own() {
        sends(5, MINUTE);
        Binding login = Given.login(PHONE, 7);
        for (int n = 0; n < 10; n++) {
            send(Given.demand(login), code(n));
            later(MINUTE);
        }

        assertThat(refusal(() -> send(Given.demand(login), code(11))))
                .isEqualTo(new SendQuotaSpent(SendQuota.PRINCIPAL_HOUR, Duration.ofMinutes(50)));
        send(Given.demand(Given.login(PHONE, 8)), code(12));
    }

    @Test
    void only_listed_countries_are_sent_to() {
        VerificationPolicy policy = new PolicyNumbers().countries("1", "44").build();

        assertThat(refusal(() -> send(Given.demand(BINDING), code(1), policy))).isEqualTo(new AreaNotServed("852"));
        assertThat(outgoing()).isZero();
    }

    @Test
    void ceilings_of_source_tenant_and_country_hold_until_the_hour_ends() {
        later(Duration.ofMinutes(20));
        assertCeiling(new PolicyNumbers().source(2).build(), SendQuota.SOURCE_HOUR, 10);
        later(Duration.ofHours(1));
        assertCeiling(new PolicyNumbers().tenant(2).build(), SendQuota.TENANT_HOUR, 20);
        later(Duration.ofHours(1));
        assertCeiling(new PolicyNumbers().country(2).build(), SendQuota.COUNTRY_HOUR, 30);
    }

    private void assertCeiling(VerificationPolicy policy, SendQuota quota, int from) {
        send(Given.demand(Given.registration(Given.phone(from))), code(1), policy);
        send(Given.demand(Given.registration(Given.phone(from + 1))), code(2), policy);
        Binding third = Given.registration(Given.phone(from + 2));
        assertThat(refusal(() -> send(Given.demand(third), code(3), policy)))
                .isEqualTo(new SendQuotaSpent(quota, Duration.ofMinutes(40)));
    }

    @Test
    void a_verification_is_its_tenants_alone_and_expires_for_all_to_see() {
        Verification sent = send(Given.demand(BINDING), code(1));

        assertThat(node().verifications().find(Given.OTHER.id(), sent.id(), clock.instant()))
                .isEmpty();
        assertThat(node().verifications().find(Given.TENANT.id(), "no such", clock.instant()))
                .isEmpty();
        later(Duration.ofMinutes(10));
        assertThat(node().verifications().find(Given.TENANT.id(), sent.id(), clock.instant()))
                .map(Verification::status)
                .contains(Status.EXPIRED);
    }

    @Test
    void a_code_that_was_made_silently_is_not_limited_and_never_sent() {
        Verification first = make(BINDING, code(1), VerificationPolicy.standard());
        Verification second = make(BINDING, code(1), VerificationPolicy.standard());

        assertThat(outgoing()).isZero();
        assertThat(status(first)).isEqualTo(Status.REPLACED);
        assertThat(status(second)).isEqualTo(Status.PENDING);
        Verification sent = send(Given.demand(BINDING), code(2));
        assertThat(sent.id()).isNotEqualTo(second.id());
        assertThat(status(second)).isEqualTo(Status.REPLACED);
        assertThat(node().outbox().take(10, clock.instant(), MINUTE))
                .extracting(due -> due.code().orElseThrow())
                .containsExactly(code(2));
    }

    @Test
    void a_resend_by_another_channel_says_so() {
        Verification sent = send(Given.demand(BINDING), code(1));
        later(MINUTE);
        Verification again = send(new Demand(BINDING, Channel.VOICE, "zh-CN", "192.0.2.1", Optional.empty()), code(2));

        assertThat(again.id()).isEqualTo(sent.id());
        assertThat(again.channel()).isEqualTo(Channel.VOICE);
        assertThat(node().verifications().find(Given.TENANT.id(), sent.id(), clock.instant()))
                .contains(again);
        assertThat(node().outbox().take(10, clock.instant(), MINUTE))
                .extracting(DueMessage::channel)
                .containsExactly(Channel.SMS, Channel.VOICE);
    }

    private Status status(Verification verification) {
        return node().verifications()
                .find(verification.binding().tenant(), verification.id(), clock.instant())
                .orElseThrow()
                .status();
    }

    private void sends(int count, Duration apart) {
        for (int n = 0; n < count; n++) {
            send(Given.demand(BINDING), code(n));
            later(apart);
        }
    }
}
