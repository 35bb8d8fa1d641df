package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.Principal;
import dev.countersign.totp.TotpAttempt;
import dev.countersign.totp.TotpResult;
import dev.countersign.totp.TotpResult.Accepted;
import dev.countersign.totp.TotpResult.NotCompared;
import dev.countersign.totp.TotpResult.Wrong;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.RequestId;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Code;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every store of devices keeps: a code passes once, failures are counted, and neither is lost in a race.
public abstract class TotpContract extends StoreContract {
    private static final TotpSecret SECRET = TotpSecret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    private static final TotpSecret ANOTHER = TotpSecret.of("MZXW6YTBOJRGCZTPN5RGC4TCMF5GYZTP");
    private static final Principal ALICE = principal(11, Given.TENANT.id());
    private static final Duration STEP = Duration.ofSeconds(30);

    @Test
    void a_device_is_active_after_its_first_code_and_that_code_is_used_up() {
        begin(SECRET);
        assertThat(node().totp().of(11)).isEmpty();
        assertThat(check(app(SECRET))).isEqualTo(new NotCompared());

        assertThat(confirm(app(SECRET))).isEqualTo(new Accepted());
        assertThat(node().totp().of(11))
                .hasValueSatisfying(device -> assertThat(device.since()).isEqualTo(clock.instant()));
        assertThat(check(app(SECRET))).isInstanceOf(Wrong.class);
        later(STEP);
        assertThat(check(app(SECRET))).isEqualTo(new Accepted());
    }

    @Test
    void a_pending_secret_ends_and_leaves_the_active_device_alone() {
        enrol(SECRET);
        begin(ANOTHER);
        assertThat(check(app(SECRET))).isEqualTo(new Accepted());
        later(Duration.ofMinutes(10));
        assertThat(confirm(app(ANOTHER))).isEqualTo(new NotCompared());
        begin(ANOTHER);
        assertThat(confirm(app(SECRET))).isInstanceOf(Wrong.class);
        assertThat(confirm(app(ANOTHER))).isEqualTo(new Accepted());
        later(STEP);
        assertThat(check(app(SECRET))).isInstanceOf(Wrong.class);
        assertThat(check(app(ANOTHER))).isEqualTo(new Accepted());
    }

    @Test
    void neither_the_same_step_nor_an_older_one_passes_after_a_newer() {
        enrol(SECRET);
        String now = app(SECRET);
        assertThat(check(now)).isEqualTo(new Accepted());
        assertThat(check(now)).isInstanceOf(Wrong.class);
        assertThat(check(Totp.code(secret(SECRET), clock.instant().minus(STEP))))
                .isInstanceOf(Wrong.class);
        // An app whose clock is fast: then the present code is the older one.
        assertThat(check(Totp.code(secret(SECRET), clock.instant().plus(STEP)))).isEqualTo(new Accepted());
        assertThat(check(now)).isEqualTo(new NotCompared());
    }

    @Test
    void an_app_may_be_one_step_off_and_not_two() {
        enrol(SECRET);
        assertThat(check(Totp.code(secret(SECRET), clock.instant().minus(STEP.multipliedBy(2)))))
                .isInstanceOf(Wrong.class);
        assertThat(check(Totp.code(secret(SECRET), clock.instant().plus(STEP.multipliedBy(2)))))
                .isInstanceOf(Wrong.class);
        assertThat(check(Totp.code(secret(SECRET), clock.instant().minus(STEP))))
                .isEqualTo(new Accepted());
        later(STEP);
        assertThat(check(Totp.code(secret(SECRET), clock.instant().minus(STEP))))
                .isEqualTo(new Accepted());
    }

    @Test
    void of_1000_parallel_answers_with_one_code_one_passes() {
        enrol(SECRET);
        String code = app(SECRET);
        List<TotpResult> results = Race.of(1_000, n -> node(n).totp().check(attempt(code), policy(), clock.instant()));

        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(1);
        // Repeats are failures: after ten in a row nothing is compared.
        assertThat(results).filteredOn(Wrong.class::isInstance).hasSize(10);
    }

    @Test
    void of_100_parallel_first_codes_one_passes() {
        begin(SECRET);
        String code = app(SECRET);
        List<TotpResult> results = Race.of(100, n -> node(n).totp().confirm(attempt(code), policy(), clock.instant()));

        assertThat(results).filteredOn(Accepted.class::isInstance).hasSize(1);
    }

    @Test
    void parallel_guesses_are_counted_exactly() {
        enrol(SECRET);
        String wrong = wrong();
        List<TotpResult> results = Race.of(120, n -> node(n).totp().check(attempt(wrong), policy(), clock.instant()));

        assertThat(results).filteredOn(Wrong.class::isInstance).hasSize(10);
        assertThat(results).filteredOn(NotCompared.class::isInstance).hasSize(110);
    }

    @Test
    void the_tenth_failure_begins_a_wait_in_which_a_right_code_is_not_compared() {
        enrol(SECRET);
        fail(10);
        later(STEP.minusMillis(1));
        for (int n = 0; n < 20; n++) {
            assertThat(check(wrong())).isEqualTo(new NotCompared());
        }
        assertThat(check(app(SECRET))).isEqualTo(new NotCompared());
        later(Duration.ofMillis(1));
        assertThat(check(app(SECRET))).isEqualTo(new Accepted());
    }

    @Test
    void a_success_resets_the_count() {
        enrol(SECRET);
        fail(9);
        assertThat(check(app(SECRET))).isEqualTo(new Accepted());
        later(STEP);
        fail(9);
        assertThat(check(app(SECRET))).isEqualTo(new Accepted());
    }

    @Test
    void enrolment_counts_with_the_rest_and_a_new_secret_resets_nothing() {
        enrol(SECRET);
        fail(5);
        begin(ANOTHER);
        for (int n = 0; n < 5; n++) {
            assertThat(confirm(wrong())).isInstanceOf(Wrong.class);
            begin(ANOTHER);
        }
        assertThat(confirm(app(ANOTHER))).isEqualTo(new NotCompared());
        assertThat(check(app(SECRET))).isEqualTo(new NotCompared());
        withdraw();
        begin(ANOTHER);
        assertThat(confirm(app(ANOTHER))).isEqualTo(new NotCompared());
    }

    @Test
    void the_hundredth_failure_disables_the_device_until_a_person_lifts_it() {
        enrol(SECRET);
        for (int n = 1; n < 100; n++) {
            assertThat(check(wrong())).isEqualTo(new Wrong(false, false));
            later(Duration.ofHours(1));
        }
        assertThat(check(wrong())).isEqualTo(new Wrong(false, true));
        later(Duration.ofDays(365));
        assertThat(check(app(SECRET))).isEqualTo(new NotCompared());
        assertThat(check(wrong())).isEqualTo(new NotCompared());
        assertThat(node().verifications().unlock(11, "phone", Given.unlocking(11, clock.instant())))
                .isFalse();
        assertThat(node().verifications().unlock(11, "totp", Given.unlocking(11, clock.instant())))
                .isTrue();
        assertThat(check(app(SECRET))).isEqualTo(new Accepted());
    }

    @Test
    void a_caller_who_guesses_at_many_devices_waits_with_every_one() {
        for (int uin = 1_000; uin < 1_199; uin++) {
            Principal one = principal(uin, Given.TENANT.id());
            node().totp().put(one, SECRET, clock.instant(), entry());
            assertThat(node().totp().check(attempt(one, wrong()), policy(), clock.instant()))
                    .isEqualTo(new Wrong(false, false));
        }
        enrol(SECRET);
        assertThat(check(wrong())).isEqualTo(new Wrong(true, false));
        assertThat(node().totp()
                        .check(attempt(principal(1_000, Given.TENANT.id()), app(SECRET)), policy(), clock.instant()))
                .isEqualTo(new NotCompared());
    }

    @Test
    void a_device_is_found_by_its_own_tenant_only_and_not_after_it_was_withdrawn() {
        enrol(SECRET);
        Principal foreign = principal(11, Given.OTHER.id());
        assertThat(node().totp().check(attempt(foreign, app(SECRET)), policy(), clock.instant()))
                .isEqualTo(new NotCompared());
        assertThat(node().totp().withdraw(foreign, entry())).isFalse();
        assertThat(withdraw()).isTrue();
        assertThat(withdraw()).isFalse();
        assertThat(node().totp().of(11)).isEmpty();
        assertThat(check(app(SECRET))).isEqualTo(new NotCompared());
    }

    private static Principal principal(long uin, long tenant) {
        return new Principal(uin, tenant, "user " + uin);
    }

    private static String secret(TotpSecret of) {
        return of.base32().reveal();
    }

    /// What the app shows now.
    private String app(TotpSecret of) {
        return Totp.code(secret(of), clock.instant());
    }

    private String wrong() {
        return Totp.wrong(secret(SECRET), clock.instant());
    }

    private void enrol(TotpSecret secret) {
        node().totp().put(ALICE, secret, clock.instant(), entry());
    }

    private void begin(TotpSecret secret) {
        node().totp().begin(ALICE, secret, clock.instant().plus(Duration.ofMinutes(10)), entry());
    }

    private boolean withdraw() {
        return node().totp().withdraw(ALICE, entry());
    }

    private TotpResult confirm(String code) {
        return node().totp().confirm(attempt(code), policy(), clock.instant());
    }

    private TotpResult check(String code) {
        return node().totp().check(attempt(code), policy(), clock.instant());
    }

    private void fail(int times) {
        for (int n = 0; n < times; n++) {
            assertThat(check(wrong())).isInstanceOf(Wrong.class);
        }
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), Given.TENANT.id(), "enrolment.begun", "uin/11", Map.of());
    }

    private static AttemptPolicy policy() {
        return new AttemptPolicy(VerificationPolicy.standard());
    }

    private static TotpAttempt attempt(String code) {
        return attempt(ALICE, code);
    }

    private static TotpAttempt attempt(Principal about, String code) {
        Caller caller = new Caller(
                Given.TENANT,
                principal(Given.TENANT.id(), Given.TENANT.id()),
                "AKIDcaller",
                "192.0.2.1",
                new RequestId("00000000-0000-4000-8000-000000000001"));
        return new TotpAttempt(caller, about, Code.of(code));
    }

    /// Every second runner is in the second process.
    private Node node(int runner) {
        return runner % 2 == 0 ? node() : installation().another();
    }
}
