package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.challenge.Challenge.Asked;
import dev.countersign.challenge.Kind;
import dev.countersign.challenge.Operation;
import dev.countersign.challenge.WechatIdentities.Match;
import dev.countersign.challenge.WechatProvider.Identity;
import dev.countersign.protection.Method;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.testkit.Given;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What challenges leave in the tables: sealed, audited, swept.
abstract class ChallengeRowsContract extends SqlContract {
    @Test
    void neither_fields_nor_secrets_stand_in_the_clear() {
        Operation pay = Operation.of("pay", List.of(new Operation.Field("payee", "Mallory")));
        Challenge fresh = Given.challenge(7, new Asked(Kind.OPERATION, pay, Method.PHONE, false), clock.instant());
        node().challenges()
                .open(
                        Given.TENANT.id(),
                        Optional.of(fresh),
                        Optional.empty(),
                        entry("challenge.opened"),
                        clock.instant());
        node().challenges().bind(fresh.id(), Secret.of("cookie"), clock.instant());

        byte[] operation = transactions()
                .read(handle -> handle.createQuery("SELECT operation FROM challenge WHERE browser IS NOT NULL")
                        .mapTo(byte[].class)
                        .one());
        assertThat(new String(operation, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("Mallory", "payee", "cookie");
    }

    @Test
    void every_end_is_one_row_of_the_audit() {
        Challenge passed = Given.opened(node(), 7, Method.PHONE, clock.instant());
        node().challenges().pass(passed.id(), List.of("sms"), clock.instant(), entry("challenge.passed"));
        node().challenges().pass(passed.id(), List.of("sms"), clock.instant(), entry("challenge.passed"));
        Challenge custom = Given.opened(node(), 7, Method.CUSTOM, clock.instant());
        assertThat(transactions()
                        .<Boolean>write(handle -> new ChallengeTable(handle).pass(custom.id(), clock.instant())))
                .isTrue();
        assertThat(transactions()
                        .<Boolean>write(handle -> new ChallengeTable(handle).pass(custom.id(), clock.instant())))
                .isFalse();
        Challenge cancelled = Given.opened(node(), 7, Method.PHONE, clock.instant());
        node().challenges().cancel(cancelled, Optional.empty(), clock.instant(), entry("challenge.cancelled"));
        Challenge failed = Given.opened(node(), 7, Method.PHONE, clock.instant());
        node().challenges().bind(failed.id(), Secret.of("cookie"), clock.instant());
        for (int n = 0; n < Challenge.TRIES; n++) {
            node().challenges().claim(failed.id(), Secret.of("cookie"), clock.instant(), Duration.ofSeconds(1));
            node().challenges().miss(failed.id(), clock.instant(), entry("challenge.failed"));
        }
        Given.opened(node(), 7, Method.PHONE, clock.instant());
        later(Challenge.LIFETIME);
        new Retention(transactions(), audit(), Retention.Periods.standard()).sweep(clock.instant());

        assertThat(events())
                .containsExactlyInAnyOrder(
                        "challenge.opened",
                        "challenge.opened",
                        "challenge.opened",
                        "challenge.opened",
                        "challenge.opened",
                        "challenge.passed",
                        "challenge.passed",
                        "challenge.cancelled",
                        "challenge.failed",
                        "challenge.expired");
    }

    @Test
    void ended_challenges_are_forgotten_with_their_period() {
        Given.opened(node(), 7, Method.PHONE, clock.instant());
        Retention retention = new Retention(transactions(), audit(), Retention.Periods.standard());
        later(Duration.ofDays(30));
        retention.sweep(clock.instant());

        assertThat(rows("challenge")).isZero();
    }

    @Test
    void more_challenges_proofs_and_first_answers_than_a_batch_are_forgotten_at_once() {
        for (int n = 0; n < 1_203; n++) {
            Given.opened(node(), 7, Method.PHONE, clock.instant());
        }
        transactions().write(handle -> {
            for (int n = 0; n < 1_203; n++) {
                handle.execute(
                        "INSERT INTO proof (jti, tenant, challenge, issued_at, expires_at) VALUES (?, 1, 'c', 0, ?)",
                        "jti " + n,
                        clock.millis());
                handle.execute(
                        "INSERT INTO first_answer (tenant, hash, fingerprint, answer, created_at)"
                                + " VALUES (1, ?, ?, ?, ?)",
                        new byte[] {(byte) n, (byte) (n >> 8)},
                        new byte[1],
                        new byte[1],
                        clock.millis());
            }
            return true;
        });
        Retention retention = new Retention(transactions(), audit(), Retention.Periods.standard());
        later(Duration.ofDays(1));
        retention.sweep(clock.instant());
        assertThat(rows("first_answer")).isZero();
        assertThat(rows("proof")).isEqualTo(1_203);
        later(Duration.ofDays(29));
        retention.sweep(clock.instant());
        assertThat(rows("proof")).isZero();
        assertThat(rows("challenge")).isZero();
    }

    @Test
    void a_deleted_user_leaves_no_wechat_identity() {
        node().tenants().put(new UserRecord(7, Given.TENANT.id(), "carol", Secret.of(""), Secret.of(""), true));
        SqlWechatIdentities identities = new SqlWechatIdentities(transactions(), seals());
        identities.bind(Given.TENANT.id(), 7, new Identity("openid-a", Optional.empty()), entry("wechat.bound"));
        node().users().delete(Given.TENANT.id(), 7, true, entry("user.deleted"));

        assertThat(rows("wechat_identity")).isZero();
    }

    @Test
    void a_principal_is_told_from_others_at_wechat() {
        SqlWechatIdentities identities = new SqlWechatIdentities(transactions(), seals());
        Identity alice = new Identity("openid-a", Optional.of("unionid-a"));
        assertThat(identities.compare(Given.TENANT.id(), 7, alice)).isEqualTo(Match.UNKNOWN);
        identities.bind(Given.TENANT.id(), 7, alice, entry("wechat.bound"));

        assertThat(identities.compare(Given.TENANT.id(), 7, alice)).isEqualTo(Match.SAME);
        assertThat(identities.compare(Given.TENANT.id(), 7, new Identity("other app", alice.unionid())))
                .isEqualTo(Match.SAME);
        assertThat(identities.compare(Given.TENANT.id(), 7, new Identity("openid-b", Optional.empty())))
                .isEqualTo(Match.ANOTHER);
        assertThat(identities.compare(Given.OTHER.id(), 7, alice)).isEqualTo(Match.UNKNOWN);
    }

    private List<String> events() {
        return transactions()
                .read(handle -> handle.createQuery("SELECT event FROM audit ORDER BY seq")
                        .mapTo(String.class)
                        .list());
    }

    private AuditEntry entry(String event) {
        return AuditEntry.own(clock.instant(), Given.TENANT.id(), event, "", Map.of());
    }
}
