package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenge.Asked;
import dev.countersign.challenge.Challenge.Status;
import dev.countersign.challenge.ChallengeStore;
import dev.countersign.challenge.ChallengeStore.Claim;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Operation;
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

/// What every store of challenges keeps: one browser has each, one answer passes it, and each ends once.
public abstract class ChallengeContract extends StoreContract {
    private static final long ALICE = 100_000_000_011L;
    private static final long TENANT = Given.TENANT.id();
    private static final Secret MINE = Secret.of("my browser");
    private static final Secret THEIRS = Secret.of("their browser");
    private static final Duration RIGHT = Duration.ofSeconds(30);

    @Test
    void an_operation_is_read_back_field_by_field() {
        Operation pay = Operation.of(
                "pay", List.of(new Operation.Field("payee", "Ünal; & 李"), new Operation.Field("amount", "100.00")));
        Challenge fresh = Given.challenge(ALICE, new Asked(Kind.OPERATION, pay, Method.PHONE, true), clock.instant());

        assertThat(open(fresh, Optional.empty())).contains(fresh);
        assertThat(store().find(fresh.id(), clock.instant())).contains(fresh);
        assertThat(store().find("another", clock.instant())).isEmpty();
    }

    @Test
    void a_repeated_opening_is_answered_as_the_first() {
        Optional<IdempotencyKey> key = key("k", "f");
        Challenge first = open(fresh(), key).orElseThrow();
        store().bind(first.id(), MINE, clock.instant());
        store().cancel(first, Optional.empty(), clock.instant(), entry());

        assertThat(open(fresh(), key)).contains(first);
        assertThat(refusal(() -> open(fresh(), key("k", "other"))))
                .isInstanceOf(CallRefusal.IdempotencyKeyReused.class);
        later(Duration.ofHours(24));
        assertThat(open(fresh(), key).orElseThrow().id()).isNotEqualTo(first.id());
    }

    @Test
    void a_repeated_opening_that_needed_no_challenge_needs_none_again() {
        Optional<IdempotencyKey> key = key("k", "f");
        assertThat(store().open(TENANT, Optional.empty(), key, entry(), clock.instant()))
                .isEmpty();
        assertThat(open(fresh(), key)).isEmpty();
    }

    @Test
    void of_parallel_repeats_of_one_opening_one_challenge_comes() {
        Optional<IdempotencyKey> key = key("k", "f");
        List<Optional<Challenge>> opened =
                Race.of(20, n -> of(n).open(TENANT, Optional.of(fresh()), key, entry(), clock.instant()));
        assertThat(opened.stream().flatMap(Optional::stream).map(Challenge::id).distinct())
                .hasSize(1);
    }

    @Test
    void of_many_browsers_the_first_has_it_for_good() {
        Challenge opened = opened();
        List<Boolean> bound = Race.of(50, n -> of(n).bind(opened.id(), Secret.of("browser " + n), clock.instant()));

        assertThat(bound).filteredOn(yes -> yes).hasSize(1);
        Secret first = Secret.of("browser " + bound.indexOf(true));
        assertThat(store().holds(opened.id(), first)).isTrue();
        assertThat(store().bind(opened.id(), first, clock.instant())).isTrue();
        assertThat(store().holds(opened.id(), THEIRS)).isFalse();
    }

    @Test
    void another_browser_takes_no_step() {
        Challenge opened = bound();
        assertThat(store().bind(opened.id(), THEIRS, clock.instant())).isFalse();
        assertThat(store().takeStart(opened.id(), THEIRS, clock.instant())).isFalse();
        assertThat(store().keep(opened.id(), THEIRS, "kept", clock.instant())).isFalse();
        assertThat(store().prove(opened.id(), THEIRS, clock.instant())).isFalse();
        assertThat(store().claim(opened.id(), THEIRS, clock.instant(), RIGHT))
                .isEqualTo(new Claim.None(Status.PENDING));
        pass(opened);
        assertThat(store().result(opened.id(), THEIRS, Secret.of("code"), clock.instant(), clock.instant()))
                .isFalse();
        assertThat(read(opened).progress().triesLeft()).isEqualTo(Challenge.TRIES);
    }

    @Test
    void one_compares_at_a_time_and_five_at_all() {
        Challenge opened = bound();
        for (int n = 1; n <= Challenge.TRIES; n++) {
            List<Claim> claims = Race.of(20, m -> of(m).claim(opened.id(), MINE, clock.instant(), RIGHT));
            assertThat(claims).filteredOn(Claim.Given.class::isInstance).hasSize(1);
            assertThat(claims).filteredOn(Claim.Busy.class::isInstance).hasSize(19);
            assertThat(read(opened).progress().triesLeft()).isEqualTo(Challenge.TRIES - n);
            assertThat(read(opened).status()).isEqualTo(Status.PENDING);
            store().miss(opened.id(), clock.instant(), entry());
        }
        assertThat(read(opened).status()).isEqualTo(Status.FAILED);
        assertThat(claim(opened)).isEqualTo(new Claim.None(Status.FAILED));
        assertThat(pass(opened)).isFalse();
    }

    @Test
    void the_right_to_compare_outlives_no_process_that_died_with_it() {
        Challenge opened = bound();
        assertThat(claim(opened)).isEqualTo(new Claim.Given());
        later(RIGHT.minusMillis(1));
        assertThat(claim(opened)).isEqualTo(new Claim.Busy());
        later(Duration.ofMillis(1));
        assertThat(claim(opened)).isEqualTo(new Claim.Given());
    }

    @Test
    void an_end_is_the_only_one_whoever_races() {
        for (int round = 0; round < 5; round++) {
            Challenge opened = bound();
            List<Boolean> ended = Race.of(
                    30,
                    n -> n % 3 == 0
                            ? of(n).cancel(opened, Optional.empty(), clock.instant(), entry())
                            : of(n).pass(opened.id(), List.of("sms"), clock.instant(), entry()));
            assertThat(ended).filteredOn(yes -> yes).hasSize(1);
        }
    }

    @Test
    void no_step_is_taken_after_its_time() {
        Challenge opened = bound();
        later(Challenge.LIFETIME);
        assertThat(read(opened).status()).isEqualTo(Status.EXPIRED);
        assertThat(claim(opened)).isEqualTo(new Claim.None(Status.EXPIRED));
        assertThat(pass(opened)).isFalse();
        assertThat(store().takeStart(opened.id(), MINE, clock.instant())).isFalse();
        assertThat(store().cancel(opened, Optional.empty(), clock.instant(), entry()))
                .isFalse();
        assertThat(store().expire(clock.instant(), 10)).isEqualTo(1);
        assertThat(store().expire(clock.instant(), 10)).isZero();
        assertThat(read(opened).status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void starts_are_counted() {
        Challenge opened = bound();
        List<Boolean> taken = Race.of(Challenge.STARTS + 10, n -> of(n).takeStart(opened.id(), MINE, clock.instant()));
        assertThat(taken).filteredOn(yes -> yes).hasSize(Challenge.STARTS);
        assertThat(store().keep(opened.id(), MINE, "verification", clock.instant()))
                .isTrue();
        assertThat(read(opened).progress().kept()).isEqualTo("verification");
    }

    @Test
    void proving_gives_the_try_and_the_right_back() {
        Challenge opened = bound();
        claim(opened);
        assertThat(store().prove(opened.id(), MINE, clock.instant())).isTrue();
        assertThat(read(opened).progress().proven()).isTrue();
        assertThat(read(opened).progress().triesLeft()).isEqualTo(Challenge.TRIES);
        assertThat(claim(opened)).isEqualTo(new Claim.Given());
    }

    @Test
    void a_repeated_cancellation_is_answered_as_the_first() {
        Challenge opened = opened();
        Optional<IdempotencyKey> key = key("c", "f");
        assertThat(store().cancel(opened, key, clock.instant(), entry())).isTrue();
        assertThat(store().cancel(opened, key, clock.instant(), entry())).isTrue();
        assertThat(store().cancel(opened, Optional.empty(), clock.instant(), entry()))
                .isFalse();
    }

    private ChallengeStore store() {
        return node().challenges();
    }

    /// Every second runner is in the second process.
    private ChallengeStore of(int runner) {
        return (runner % 2 == 0 ? node() : installation().another()).challenges();
    }

    private Challenge fresh() {
        return Given.challenge(ALICE, new Asked(Kind.LOGIN, Operation.NONE, Method.PHONE, false), clock.instant());
    }

    private Challenge opened() {
        return Given.opened(node(), ALICE, Method.PHONE, clock.instant());
    }

    private Challenge bound() {
        Challenge opened = opened();
        assertThat(store().bind(opened.id(), MINE, clock.instant())).isTrue();
        return opened;
    }

    private Optional<Challenge> open(Challenge fresh, Optional<IdempotencyKey> key) {
        return store().open(TENANT, Optional.of(fresh), key, entry(), clock.instant());
    }

    private Challenge read(Challenge opened) {
        return store().find(opened.id(), clock.instant()).orElseThrow();
    }

    private Claim claim(Challenge opened) {
        return store().claim(opened.id(), MINE, clock.instant(), RIGHT);
    }

    private boolean pass(Challenge opened) {
        return store().pass(opened.id(), List.of("sms"), clock.instant(), entry());
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "challenge.tried", "challenge/1", Map.of());
    }

    private static Optional<IdempotencyKey> key(String key, String fingerprint) {
        return Optional.of(new IdempotencyKey(key, Bytes.utf8(fingerprint)));
    }
}
