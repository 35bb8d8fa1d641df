package dev.countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.SendQuota;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.refusal.SendRefusal.ResendTooSoon;
import dev.countersign.refusal.SendRefusal.SendQuotaSpent;
import dev.countersign.verification.SendHistory.LiveCode;
import dev.countersign.verification.SendHistory.PastSend;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendPolicyTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:20:00Z");
    private static final PhoneNumber PHONE = new PhoneNumber("852", "61234567");
    private static final long TENANT = 1;
    private static final long OTHER = 2;
    private static final long ALICE = 11;

    private final SendPolicy policy = new SendPolicy(VerificationPolicy.standard());

    private static Demand demand(Destination to, Optional<Long> principal) {
        return new Demand(
                new Binding(TENANT, Purpose.LOGIN, to, principal, ""),
                Channel.SMS,
                "en",
                "192.0.2.1",
                Optional.empty());
    }

    private static Demand anonymous() {
        return demand(PHONE, Optional.empty());
    }

    private static PastSend send(long tenant, String purpose, Optional<Long> principal, Duration ago) {
        return new PastSend(tenant, purpose, principal, NOW.minus(ago));
    }

    private static PastSend send(Duration ago) {
        return send(TENANT, "login", Optional.empty(), ago);
    }

    private static SendHistory past(List<PastSend> toDestination) {
        return new SendHistory(toDestination, List.of(), Map.of(), List.of());
    }

    /// That many sends, newest first, the newest that long ago, each so much before the one after it.
    private static List<PastSend> sends(int count, long tenant, Duration newest, Duration apart) {
        return IntStream.range(0, count)
                .mapToObj(i -> send(tenant, "other", Optional.empty(), newest.plus(apart.multipliedBy(i))))
                .toList();
    }

    private SendDecision decide(Demand demand, SendHistory past) {
        return policy.decide(demand, past, NOW);
    }

    private void refused(SendDecision decision, SendRefusal with) {
        assertThat(decision).isEqualTo(new SendDecision.Refuse(with));
    }

    private static SendDecision fresh() {
        return new SendDecision.Fresh(List.of(), List.of(), NOW);
    }

    @Test
    void a_first_send_makes_a_new_code() {
        assertThat(decide(anonymous(), past(List.of()))).isEqualTo(fresh());
    }

    @Test
    void refuses_a_second_code_within_60_seconds() {
        refused(
                decide(anonymous(), past(List.of(send(Duration.ofSeconds(59))))),
                new ResendTooSoon(Duration.ofSeconds(1)));
        refused(decide(anonymous(), past(List.of(send(Duration.ZERO)))), new ResendTooSoon(Duration.ofSeconds(60)));
        refused(
                decide(anonymous(), past(List.of(send(Duration.ofSeconds(60).minusNanos(1))))),
                new ResendTooSoon(Duration.ofNanos(1)));
    }

    @Test
    void accepts_a_second_code_after_exactly_60_seconds() {
        assertThat(decide(anonymous(), past(List.of(send(Duration.ofSeconds(60))))))
                .isEqualTo(fresh());
    }

    @Test
    void the_quiet_period_is_of_one_tenant_purpose_and_principal() {
        for (PastSend other : List.of(
                send(OTHER, "login", Optional.empty(), Duration.ZERO),
                send(TENANT, "operation", Optional.empty(), Duration.ZERO),
                send(TENANT, "login", Optional.of(ALICE), Duration.ZERO))) {
            assertThat(decide(anonymous(), past(List.of(other)))).isEqualTo(fresh());
        }
    }

    @Test
    void a_newer_send_for_another_purpose_does_not_hide_one_that_is_too_recent() {
        refused(
                decide(
                        anonymous(),
                        past(List.of(
                                send(TENANT, "operation", Optional.empty(), Duration.ofSeconds(1)),
                                send(Duration.ofSeconds(20))))),
                new ResendTooSoon(Duration.ofSeconds(40)));
    }

    @Test
    void the_sixth_send_within_an_hour_waits_for_the_first_to_fade() {
        List<PastSend> five = sends(5, TENANT, Duration.ofMinutes(2), Duration.ofMinutes(10));
        refused(
                decide(anonymous(), past(five)),
                new SendQuotaSpent(SendQuota.DESTINATION_HOUR, Duration.ofMinutes(18)));
        assertThat(decide(anonymous(), past(five.subList(0, 4)))).isEqualTo(fresh());
        List<PastSend> faded = sends(5, TENANT, Duration.ofMinutes(20), Duration.ofMinutes(10));
        assertThat(decide(anonymous(), past(faded))).isEqualTo(fresh());
    }

    @Test
    void the_eleventh_send_within_a_day_waits_too() {
        List<PastSend> ten = sends(10, TENANT, Duration.ofMinutes(61), Duration.ofHours(1));
        refused(
                decide(anonymous(), past(ten)),
                new SendQuotaSpent(
                        SendQuota.DESTINATION_DAY,
                        Duration.ofHours(24).minus(Duration.ofHours(10).plusMinutes(1))));
        assertThat(decide(anonymous(), past(ten.subList(0, 9)))).isEqualTo(fresh());
    }

    @Test
    void a_destination_gets_ten_sends_a_day_from_all_tenants_together() {
        List<PastSend> ten = sends(10, OTHER, Duration.ofMinutes(1), Duration.ofMinutes(1));
        refused(
                decide(anonymous(), past(ten)),
                new SendQuotaSpent(
                        SendQuota.INSTALLATION_DAY, Duration.ofHours(24).minusMinutes(10)));
    }

    @Test
    void sends_for_principals_do_not_use_up_a_destinations_budget() {
        List<PastSend> twenty = IntStream.range(0, 20)
                .mapToObj(i -> send(TENANT, "login", Optional.of(ALICE), Duration.ofMinutes(i)))
                .toList();
        assertThat(decide(anonymous(), past(twenty))).isEqualTo(fresh());
    }

    @Test
    void a_registration_form_cannot_silence_a_principals_codes() {
        List<PastSend> flood = sends(100, TENANT, Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(decide(demand(PHONE, Optional.of(ALICE)), past(flood))).isEqualTo(fresh());
    }

    @Test
    void a_principal_has_ten_sends_an_hour_and_twenty_a_day() {
        Demand demand = demand(PHONE, Optional.of(ALICE));
        List<PastSend> ten = sends(10, TENANT, Duration.ofMinutes(2), Duration.ofMinutes(2));
        refused(
                decide(demand, new SendHistory(List.of(), ten, Map.of(), List.of())),
                new SendQuotaSpent(SendQuota.PRINCIPAL_HOUR, Duration.ofMinutes(40)));
        List<PastSend> twenty = sends(20, TENANT, Duration.ofMinutes(61), Duration.ofMinutes(60));
        refused(
                decide(demand, new SendHistory(List.of(), twenty, Map.of(), List.of())),
                new SendQuotaSpent(SendQuota.PRINCIPAL_DAY, Duration.ofHours(24).minusMinutes(61 + 19 * 60)));
    }

    @Test
    void too_soon_goes_before_a_spent_quota() {
        List<PastSend> six = IntStream.range(0, 6)
                .mapToObj(i -> send(Duration.ofSeconds(30L + i)))
                .toList();
        refused(decide(anonymous(), past(six)), new ResendTooSoon(Duration.ofSeconds(30)));
    }

    private static VerificationPolicy with(
            Optional<Integer> source,
            Optional<Integer> tenant,
            Set<String> countries,
            Map<String, Integer> countryPerHour) {
        VerificationPolicy plain = VerificationPolicy.standard();
        return new VerificationPolicy(
                6,
                plain.lifetime(),
                5,
                ResendPolicy.REUSE,
                plain.grace(),
                plain.quietPeriod(),
                5,
                10,
                10,
                10,
                20,
                source,
                tenant,
                countries,
                countryPerHour,
                10,
                plain.firstWait(),
                plain.longestWait(),
                100,
                plain.failureDecay(),
                200,
                80);
    }

    @Test
    void a_country_that_is_not_listed_is_not_served_and_mail_has_none() {
        SendPolicy listed = new SendPolicy(with(Optional.empty(), Optional.empty(), Set.of("44"), Map.of()));
        assertThat(listed.decide(anonymous(), past(List.of(send(Duration.ZERO))), NOW))
                .isEqualTo(new SendDecision.Refuse(new AreaNotServed("852")));
        assertThat(listed.decide(demand(new PhoneNumber("44", "1"), Optional.empty()), past(List.of()), NOW))
                .isEqualTo(fresh());
        assertThat(listed.decide(demand(new MailAddress("a@example.com"), Optional.empty()), past(List.of()), NOW))
                .isEqualTo(fresh());
    }

    @Test
    void only_configured_ceilings_are_tallied() {
        assertThat(policy.tallied(anonymous())).isEmpty();
        SendPolicy all = new SendPolicy(with(Optional.of(3), Optional.of(4), Set.of(), Map.of("852", 5, "*", 6)));
        assertThat(all.tallied(anonymous()))
                .isEqualTo(Map.of(SendQuota.SOURCE_HOUR, 3, SendQuota.TENANT_HOUR, 4, SendQuota.COUNTRY_HOUR, 5));
        assertThat(all.tallied(demand(new PhoneNumber("44", "1"), Optional.empty())))
                .containsEntry(SendQuota.COUNTRY_HOUR, 6);
        assertThat(all.tallied(demand(new MailAddress("a@example.com"), Optional.empty())))
                .doesNotContainKey(SendQuota.COUNTRY_HOUR);
    }

    @Test
    void a_ceiling_of_the_present_hour_opens_with_the_next() {
        SendPolicy ceiling = new SendPolicy(with(Optional.of(3), Optional.empty(), Set.of(), Map.of()));
        SendHistory full = new SendHistory(List.of(), List.of(), Map.of(SendQuota.SOURCE_HOUR, 3), List.of());
        assertThat(ceiling.decide(anonymous(), full, NOW))
                .isEqualTo(new SendDecision.Refuse(new SendQuotaSpent(SendQuota.SOURCE_HOUR, Duration.ofMinutes(40))));
        SendHistory room = new SendHistory(List.of(), List.of(), Map.of(SendQuota.SOURCE_HOUR, 2), List.of());
        assertThat(ceiling.decide(anonymous(), room, NOW)).isEqualTo(fresh());
    }

    private static LiveCode live(String id, Duration left) {
        return new LiveCode(id, NOW.plus(left).minus(Duration.ofMinutes(10)), NOW.plus(left));
    }

    private SendDecision resend(ResendPolicy resend, LiveCode... live) {
        return new SendPolicy(VerificationPolicy.standard().with(resend))
                .decide(anonymous(), new SendHistory(List.of(), List.of(), Map.of(), List.of(live)), NOW);
    }

    @Test
    void reuse_sends_the_same_code_while_half_of_its_life_is_left() {
        assertThat(resend(ResendPolicy.REUSE, live("a", Duration.ofMinutes(5))))
                .isEqualTo(new SendDecision.Resend("a"));
        assertThat(resend(ResendPolicy.REUSE, live("a", Duration.ofMinutes(5).minusNanos(1))))
                .isEqualTo(fresh());
    }

    @Test
    void at_most_two_codes_live_for_one_binding() {
        assertThat(resend(ResendPolicy.REUSE, live("b", Duration.ofMinutes(4)), live("a", Duration.ofMinutes(1))))
                .isEqualTo(new SendDecision.Fresh(List.of("a"), List.of(), NOW));
    }

    @Test
    void rotate_ends_every_earlier_code() {
        assertThat(resend(ResendPolicy.ROTATE, live("b", Duration.ofMinutes(9)), live("a", Duration.ofMinutes(1))))
                .isEqualTo(new SendDecision.Fresh(List.of("b", "a"), List.of(), NOW));
    }

    @Test
    void rotate_grace_lets_the_last_code_live_60_seconds_more() {
        assertThat(resend(
                        ResendPolicy.ROTATE_GRACE, live("b", Duration.ofMinutes(9)), live("a", Duration.ofMinutes(1))))
                .isEqualTo(new SendDecision.Fresh(List.of("a"), List.of("b"), NOW.plusSeconds(60)));
    }

    private SendDecision onTerms(Duration quiet, Terms.Earlier earlier, SendHistory past) {
        Demand plain = anonymous();
        Terms terms = new Terms(
                new Terms.Content.Drawn(new CodeShape(6, Alphabet.DIGITS)), Duration.ofMinutes(5), quiet, earlier);
        Demand demand = new Demand(
                plain.binding(),
                plain.channel(),
                plain.locale(),
                plain.source(),
                plain.idempotency(),
                plain.details(),
                Optional.of(terms),
                Optional.empty());
        return policy.decide(demand, past, NOW);
    }

    @Test
    void terms_lengthen_the_quiet_period_up_to_a_day_and_never_shorten_it() {
        Duration day = Duration.ofDays(1);
        SendHistory recent = past(List.of(send(Duration.ofSeconds(59))));
        assertThat(onTerms(Duration.ZERO, Terms.Earlier.END, recent))
                .isEqualTo(new SendDecision.Refuse(new ResendTooSoon(Duration.ofSeconds(1))));
        SendHistory old = past(List.of(send(day.minusSeconds(1))));
        assertThat(onTerms(day, Terms.Earlier.END, old))
                .isEqualTo(new SendDecision.Refuse(new ResendTooSoon(Duration.ofSeconds(1))));
        assertThat(onTerms(day.minusSeconds(1), Terms.Earlier.END, old)).isEqualTo(fresh());
    }

    @Test
    void terms_never_send_a_code_again_and_let_two_live_at_the_most() {
        SendHistory live = new SendHistory(
                List.of(),
                List.of(),
                Map.of(),
                List.of(live("b", Duration.ofMinutes(9)), live("a", Duration.ofMinutes(8))));
        assertThat(onTerms(Duration.ZERO, Terms.Earlier.END, live))
                .isEqualTo(new SendDecision.Fresh(List.of("b", "a"), List.of(), NOW));
        assertThat(onTerms(Duration.ZERO, Terms.Earlier.STAY, live))
                .isEqualTo(new SendDecision.Fresh(List.of("a"), List.of(), NOW));
    }
}
