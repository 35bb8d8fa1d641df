package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.proof.ProofClaims;
import dev.countersign.proof.ProofStore;
import dev.countersign.proof.ProofStore.Issue;
import dev.countersign.protection.Method;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.IdempotencyKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of proofs keeps: a result code buys one proof, and a proof is redeemed once.
public abstract class ProofContract extends StoreContract {
    private static final long TENANT = Given.TENANT.id();
    private static final Secret BROWSER = Secret.of("browser");
    private static final Secret CODE = Secret.of("result code");
    private static final Duration MINUTE = Duration.ofSeconds(60);

    @Test
    void a_result_code_is_made_for_a_passed_challenge_alone() {
        Challenge opened = Given.opened(node(), 7, Method.PHONE, clock.instant());
        node().challenges().bind(opened.id(), BROWSER, clock.instant());
        assertThat(result(opened, CODE)).isFalse();
        pass(opened);
        assertThat(result(opened, CODE)).isTrue();
        assertThat(proofs().passed(TENANT, CODE, clock.instant()).map(Challenge::id))
                .contains(opened.id());
        assertThat(proofs().passed(Given.OTHER.id(), CODE, clock.instant())).isEmpty();
    }

    @Test
    void a_newer_result_code_ends_the_one_before() {
        Challenge passed = passed();
        result(passed, Secret.of("newer"));
        assertThat(proofs().passed(TENANT, CODE, clock.instant())).isEmpty();
        assertThat(exchange(passed, Secret.of("newer"), "jti", Optional.empty()))
                .isPresent();
        assertThat(result(passed, Secret.of("newest"))).isFalse();
    }

    @Test
    void a_result_code_ends_after_its_minute() {
        Challenge passed = passed();
        later(MINUTE);
        assertThat(proofs().passed(TENANT, CODE, clock.instant())).isEmpty();
        assertThat(exchange(passed, CODE, "jti", Optional.empty())).isEmpty();
    }

    @Test
    void a_passed_challenge_waits_ten_minutes_for_its_browser() {
        Challenge passed = passed();
        later(Challenge.LIFETIME);
        assertThat(result(passed, CODE)).isFalse();
    }

    @Test
    void of_a_hundred_exchanges_at_the_same_time_one_buys_a_proof() {
        Challenge passed = passed();
        List<Optional<Secret>> bought = Race.of(
                100, n -> of(n).exchange(issue(passed, CODE, "jti-" + n), Optional.empty(), clock.instant(), entry()));
        assertThat(bought).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void a_repeated_exchange_gives_the_first_proof_again() {
        Challenge passed = passed();
        IdempotencyKey key = new IdempotencyKey("k", Bytes.utf8("f"));
        Optional<Secret> first = exchange(passed, CODE, "jti-1", Optional.of(key));
        assertThat(first).contains(Secret.of("signed jti-1"));
        assertThat(exchange(passed, CODE, "jti-2", Optional.of(key))).isEqualTo(first);
        assertThat(proofs().first(TENANT, key, clock.instant())).isEqualTo(first);
        assertThat(proofs().first(Given.OTHER.id(), key, clock.instant())).isEmpty();
        IdempotencyKey other = new IdempotencyKey("k", Bytes.utf8("another body"));
        assertThat(refusal(() -> proofs().first(TENANT, other, clock.instant())))
                .isInstanceOf(CallRefusal.IdempotencyKeyReused.class);
    }

    @Test
    void of_a_hundred_redemptions_at_the_same_time_one_succeeds() {
        exchange(passed(), CODE, "jti", Optional.empty());
        List<Boolean> redeemed =
                Race.of(100, n -> of(n).redeem(TENANT, "jti", Optional.empty(), clock.instant(), entry()));
        assertThat(redeemed).filteredOn(yes -> yes).hasSize(1);
    }

    @Test
    void a_proof_is_redeemed_by_its_tenant_and_in_time() {
        exchange(passed(), CODE, "jti", Optional.empty());
        assertThat(proofs().redeem(Given.OTHER.id(), "jti", Optional.empty(), clock.instant(), entry()))
                .isFalse();
        assertThat(proofs().find(Given.OTHER.id(), "jti")).isEmpty();
        later(Duration.ofMinutes(5));
        assertThat(proofs().find(TENANT, "jti").orElseThrow().expiresAt()).isEqualTo(clock.instant());
        assertThat(proofs().redeem(TENANT, "jti", Optional.empty(), clock.instant(), entry()))
                .isFalse();
    }

    private ProofStore proofs() {
        return node().proofs();
    }

    private ProofStore of(int runner) {
        return (runner % 2 == 0 ? node() : installation().another()).proofs();
    }

    private Challenge passed() {
        Challenge opened = Given.opened(node(), 7, Method.PHONE, clock.instant());
        node().challenges().bind(opened.id(), BROWSER, clock.instant());
        pass(opened);
        assertThat(result(opened, CODE)).isTrue();
        return opened;
    }

    private void pass(Challenge opened) {
        assertThat(node().challenges().pass(opened.id(), List.of("sms"), clock.instant(), entry()))
                .isTrue();
    }

    private boolean result(Challenge opened, Secret code) {
        return node().challenges()
                .result(opened.id(), BROWSER, code, clock.instant().plus(MINUTE), clock.instant());
    }

    private Optional<Secret> exchange(Challenge passed, Secret code, String id, Optional<IdempotencyKey> key) {
        return proofs().exchange(issue(passed, code, id), key, clock.instant(), entry());
    }

    private Issue issue(Challenge passed, Secret code, String id) {
        return new Issue(
                code,
                new ProofClaims(
                        "https://issuer.example.com",
                        Long.toString(TENANT),
                        "7",
                        Long.toString(TENANT),
                        id,
                        passed.id(),
                        "nonce-1",
                        clock.instant(),
                        clock.instant().plusSeconds(300),
                        List.of("sms"),
                        clock.instant(),
                        "login",
                        "",
                        ""),
                Secret.of("signed " + id));
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "proof.tried", "proof/1", Map.of());
    }
}
