package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.challenge.Challenge;
import dev.countersign.protection.Method;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.token.CustomToken;
import dev.countersign.token.CustomTokens;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of custom tokens keeps: a token is spent once, and in time.
public abstract class CustomTokenContract extends StoreContract {
    private static final long ALICE = 100_000_000_011L;
    private static final long TENANT = Given.TENANT.id();
    private static final String TEXT = "mfa_idc-100000000011-d70986da-24c7-4d5f-b6bd-0d2f94a571d0";

    @BeforeEach
    void alice() {
        node().tenants().put(new UserRecord(ALICE, TENANT, "alice", Secret.of(""), Secret.of(""), false));
    }

    @Test
    void a_token_tells_its_principal_until_it_is_spent() {
        add(TEXT);
        assertThat(principal(TENANT, TEXT)).contains(ALICE);
        assertThat(principal(TENANT, TEXT)).contains(ALICE);

        assertThat(spend(TENANT, TENANT, TEXT)).contains(ALICE);
        assertThat(principal(TENANT, TEXT)).isEmpty();
        assertThat(spend(TENANT, TENANT, TEXT)).isEmpty();
    }

    @Test
    void a_token_ends_with_its_lifetime() {
        add(TEXT);
        later(CustomTokens.LIFETIME.minusMillis(1));
        assertThat(principal(TENANT, TEXT)).contains(ALICE);
        later(Duration.ofMillis(1));
        assertThat(principal(TENANT, TEXT)).isEmpty();
        assertThat(spend(TENANT, TENANT, TEXT)).isEmpty();
    }

    @Test
    void another_tenant_neither_reads_nor_spends_it() {
        add(TEXT);
        long other = Given.OTHER.id();
        assertThat(principal(other, TEXT)).isEmpty();
        assertThat(spend(other, other, TEXT)).isEmpty();
        assertThat(spend(TENANT, TENANT, TEXT)).contains(ALICE);
    }

    @Test
    void the_principal_that_it_is_about_reads_it_but_never_spends_it() {
        add(TEXT);
        assertThat(spend(TENANT, ALICE, TEXT)).isEmpty();
        assertThat(principal(TENANT, TEXT)).contains(ALICE);
        assertThat(spend(TENANT, TENANT, TEXT)).contains(ALICE);
    }

    @Test
    void what_was_never_made_is_nothing() {
        for (String text : List.of("", "abc123", TEXT)) {
            assertThat(principal(TENANT, text)).isEmpty();
            assertThat(spend(TENANT, TENANT, text)).isEmpty();
        }
    }

    @Test
    void a_chosen_text_may_come_again() {
        add("abc123");
        assertThat(spend(TENANT, TENANT, "abc123")).contains(ALICE);
        add("abc123");
        assertThat(principal(TENANT, "abc123")).contains(ALICE);
        assertThat(spend(TENANT, TENANT, "abc123")).contains(ALICE);
    }

    @Test
    void of_a_hundred_at_the_same_time_one_spends_it() {
        add(TEXT);
        List<Optional<Long>> spent = Race.of(
                100,
                n -> (n % 2 == 0 ? node() : installation().another())
                        .tokens()
                        .spend(TENANT, TENANT, Secret.of(TEXT), clock.instant(), this::entry));

        assertThat(spent.stream().flatMap(Optional::stream)).containsExactly(ALICE);
    }

    private void add(String text) {
        Challenge opened = Given.opened(node(), ALICE, Method.CUSTOM, clock.instant());
        node().tokens()
                .add(new CustomToken(
                        Secret.of(text),
                        TENANT,
                        ALICE,
                        opened.id(),
                        clock.instant(),
                        clock.instant().plus(CustomTokens.LIFETIME)));
    }

    @Test
    void a_token_whose_challenge_has_ended_is_not_spent() {
        Challenge opened = Given.opened(node(), ALICE, Method.CUSTOM, clock.instant());
        node().tokens()
                .add(new CustomToken(
                        Secret.of(TEXT),
                        TENANT,
                        ALICE,
                        opened.id(),
                        clock.instant(),
                        clock.instant().plus(CustomTokens.LIFETIME)));
        node().challenges().cancel(opened, Optional.empty(), clock.instant(), entry(Optional.empty()));

        assertThat(spend(TENANT, TENANT, TEXT)).isEmpty();
    }

    @Test
    void spending_a_token_passes_its_challenge() {
        Challenge opened = Given.opened(node(), ALICE, Method.CUSTOM, clock.instant());
        node().tokens()
                .add(new CustomToken(
                        Secret.of(TEXT),
                        TENANT,
                        ALICE,
                        opened.id(),
                        clock.instant(),
                        clock.instant().plus(CustomTokens.LIFETIME)));
        spend(TENANT, TENANT, TEXT);

        Challenge passed =
                node().challenges().find(opened.id(), clock.instant()).orElseThrow();
        assertThat(passed.status()).isEqualTo(Challenge.Status.PASSED);
        assertThat(passed.progress().shown()).containsExactly("custom");
    }

    private Optional<Long> principal(long tenant, String text) {
        return installation().another().tokens().principal(tenant, Secret.of(text), clock.instant());
    }

    private Optional<Long> spend(long tenant, long spender, String text) {
        return node().tokens().spend(tenant, spender, Secret.of(text), clock.instant(), this::entry);
    }

    private AuditEntry entry(Optional<Long> spent) {
        return AuditEntry.own(
                clock.instant(),
                TENANT,
                spent.isPresent() ? "token.spent" : "token.refused",
                spent.map(AuditEntry::principal).orElse(""),
                Map.of());
    }
}
