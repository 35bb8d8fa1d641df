package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.ProtectionPolicy;
import dev.countersign.protection.TenantRules;
import dev.countersign.store.Retention.Periods;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.testkit.Given;
import dev.countersign.token.CustomToken;
import dev.countersign.token.CustomTokens;
import dev.countersign.value.Secret;
import dev.countersign.verification.Binding;
import dev.countersign.verification.VerificationPolicy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What stands in the tables of protections and tokens, beside what their ports tell.
abstract class ProtectionRowsContract extends SqlContract {
    private static final long ALICE = 100_000_000_011L;
    private static final long TENANT = Given.TENANT.id();
    private static final Secret TEXT = Secret.of("mfa_idc-100000000011-d70986da-24c7-4d5f-b6bd-0d2f94a571d0");

    @BeforeEach
    void alice() {
        node().tenants().put(new UserRecord(ALICE, TENANT, "alice", Secret.of(""), Secret.of(""), false));
    }

    @Test
    void each_change_is_in_the_audit_and_a_refused_one_is_not() {
        protect(Method.STOKEN);
        refusal(() -> protect(Method.PHONE));
        node().rules().put(TENANT, TenantRules.NONE, entry("rules.replaced"));

        assertThat(events()).containsExactly("protection.changed", "rules.replaced");
    }

    @Test
    void a_lifted_authenticator_is_in_the_audit_and_one_that_was_not_disabled_is_not() {
        node().verifications().unlock(ALICE, "phone", Given.unlocking(ALICE, clock.instant()));
        assertThat(events()).isEmpty();
        Binding login = Given.login(Given.phone(1), ALICE);
        make(login, code(1), VerificationPolicy.standard());
        redeem(login, WRONG);
        node().verifications().unlock(ALICE, "phone", Given.unlocking(ALICE, clock.instant()));

        assertThat(events()).endsWith("authenticator.unlocked");
    }

    @Test
    void a_tokens_end_is_in_the_audit_whatever_it_is() {
        mint(Given.opened(node(), ALICE, Method.CUSTOM, clock.instant()).id());
        spend(ALICE);
        spend(TENANT);
        spend(TENANT);

        assertThat(events())
                .containsExactly(
                        "challenge.opened", "token.refused", "challenge.passed", "token.spent", "token.refused");
    }

    @Test
    void a_token_is_forgotten_when_it_ends() {
        mint();
        later(CustomTokens.LIFETIME.minusMillis(1));
        assertThat(sweep()).isZero();
        assertThat(rows("custom_token")).isEqualTo(1);
        clock.advance(java.time.Duration.ofMillis(1));
        assertThat(sweep()).isEqualTo(1);
        assertThat(rows("custom_token")).isZero();
        assertThat(events()).containsExactly("token.expired");
    }

    @Test
    void a_spent_token_does_not_expire_as_well() {
        mint(Given.opened(node(), ALICE, Method.CUSTOM, clock.instant()).id());
        spend(TENANT);
        later(CustomTokens.LIFETIME);
        assertThat(sweep()).isEqualTo(1);
        assertThat(events()).doesNotContain("token.expired");
    }

    @Test
    void more_tokens_than_a_batch_are_forgotten_at_once() {
        for (int n = 0; n < 1_203; n++) {
            node().tokens()
                    .add(new CustomToken(
                            Secret.of("token " + n),
                            TENANT,
                            ALICE,
                            "challenge " + n,
                            clock.instant(),
                            clock.instant().plus(CustomTokens.LIFETIME)));
        }
        later(CustomTokens.LIFETIME);
        assertThat(sweep()).isEqualTo(1_203);
        assertThat(rows("custom_token")).isZero();
    }

    @Test
    void a_principal_takes_its_protection_and_tokens_along() {
        protect(Method.STOKEN);
        mint();
        transactions().write(handle -> handle.execute("DELETE FROM principal WHERE uin = ?", ALICE));

        assertThat(rows("protection")).isZero();
        assertThat(rows("custom_token")).isZero();
    }

    private Object protect(Method method) {
        return node().protections()
                .change(
                        TENANT,
                        ALICE,
                        new ProtectionPolicy(ProtectionChange.of(Choice.of(method), Choice.keep()), true, false),
                        entry("protection.changed"));
    }

    private void mint() {
        mint("challenge");
    }

    private void mint(String challenge) {
        node().tokens()
                .add(new CustomToken(
                        TEXT,
                        TENANT,
                        ALICE,
                        challenge,
                        clock.instant(),
                        clock.instant().plus(CustomTokens.LIFETIME)));
    }

    private Optional<Long> spend(long spender) {
        return node().tokens()
                .spend(
                        TENANT,
                        spender,
                        TEXT,
                        clock.instant(),
                        spent -> entry(spent.isPresent() ? "token.spent" : "token.refused"));
    }

    private long sweep() {
        return new Retention(transactions(), audit(), Periods.standard()).sweep(clock.instant());
    }

    private List<String> events() {
        return transactions()
                .read(handle -> handle.createQuery("SELECT event FROM audit ORDER BY seq")
                        .mapTo(String.class)
                        .list());
    }

    private AuditEntry entry(String event) {
        return AuditEntry.own(clock.instant(), TENANT, event, AuditEntry.principal(ALICE), Map.of());
    }
}
