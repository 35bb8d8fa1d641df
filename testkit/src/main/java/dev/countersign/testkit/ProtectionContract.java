package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.audit.AuditEntry;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.Offsite;
import dev.countersign.protection.Protection;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.ProtectionPolicy;
import dev.countersign.protection.ProtectionStore;
import dev.countersign.protection.TenantRules;
import dev.countersign.refusal.FactorRefusal;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UnbindRefusal;
import dev.countersign.tenant.TenantStore.UserRecord;
import dev.countersign.value.Secret;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of protections keeps: all or nothing, and no demand without what it needs.
public abstract class ProtectionContract extends StoreContract {
    private static final long ALICE = 100_000_000_011L;
    private static final long TENANT = Given.TENANT.id();
    private static final int STEPS = 150;

    @BeforeEach
    void alice() {
        bind(true, true, true);
    }

    @Test
    void nothing_is_demanded_until_something_is() {
        assertThat(store().of(TENANT, ALICE)).isEqualTo(Protection.NONE);
        assertThat(store().of(TENANT, 4711)).isEqualTo(Protection.NONE);
        assertThat(store().list(TENANT, 10)).isEmpty();
    }

    @Test
    void everything_is_read_back() {
        Offsite offsite = new Offsite(true, false, true, false, true);
        Protection made = store().change(
                        TENANT,
                        ALICE,
                        policy(new ProtectionChange(
                                Choice.of(Method.CUSTOM),
                                Choice.of(Method.U2F_TOKEN),
                                Optional.of(offsite),
                                Optional.of(true))),
                        entry());

        assertThat(made)
                .isEqualTo(new Protection(Optional.of(Method.CUSTOM), Optional.of(Method.U2F_TOKEN), offsite, true));
        assertThat(installation().another().protections().of(TENANT, ALICE)).isEqualTo(made);
        assertThat(store().list(TENANT, 10)).isEqualTo(Map.of(ALICE, made));
        assertThat(change(Choice.none(), Choice.keep()))
                .isEqualTo(new Protection(Optional.empty(), Optional.of(Method.U2F_TOKEN), offsite, true));
    }

    @Test
    void a_list_ends_where_it_is_told_to_and_is_one_tenants() {
        for (long uin = 1; uin <= 5; uin++) {
            node().tenants().put(new UserRecord(uin, TENANT, "u", Secret.of(""), Secret.of(""), false));
            store().change(TENANT, uin, policy(demand(Choice.of(Method.STOKEN), Choice.keep())), entry());
        }

        assertThat(store().list(TENANT, 3)).containsOnlyKeys(1L, 2L, 3L);
        assertThat(store().list(Given.OTHER.id(), 10)).isEmpty();
    }

    @Test
    void another_tenants_principal_is_as_unknown_as_nobody() {
        change(Choice.of(Method.PHONE), Choice.keep());

        assertThat(store().of(Given.OTHER.id(), ALICE)).isEqualTo(Protection.NONE);
        for (long uin : new long[] {ALICE, 4711}) {
            assertThat(refusal(() -> store().change(
                                    Given.OTHER.id(), uin, policy(demand(Choice.none(), Choice.none())), entry())))
                    .isEqualTo(new ProtectionRefusal.UserUnknown());
        }
        assertThat(store().of(TENANT, ALICE).login()).contains(Method.PHONE);
    }

    @Test
    void a_half_that_is_refused_leaves_the_other_as_it_was() {
        bind(false, false, true);
        change(Choice.of(Method.STOKEN), Choice.of(Method.STOKEN));

        assertThat(refusal(() -> change(Choice.of(Method.WECHAT), Choice.of(Method.PHONE))))
                .isEqualTo(new FactorRefusal.PhoneNotBound());
        assertThat(refusal(() -> change(Choice.of(Method.MAIL), Choice.none())))
                .isEqualTo(new FactorRefusal.MailNotBound());
        bind(true, true, false);
        assertThat(refusal(() -> change(Choice.of(Method.WECHAT), Choice.of(Method.PHONE))))
                .isEqualTo(new FactorRefusal.WechatNotBound());
        assertThat(store().of(TENANT, ALICE).login()).contains(Method.STOKEN);
        assertThat(store().of(TENANT, ALICE).operation()).contains(Method.STOKEN);
    }

    @Test
    void what_the_tenant_forces_is_read_in_the_same_step() {
        change(Choice.of(Method.PHONE), Choice.of(Method.PHONE));
        node().rules().put(TENANT, new TenantRules(false, true, false, Optional.empty(), List.of()), entry());

        assertThat(refusal(() -> change(Choice.none(), Choice.none()))).isEqualTo(new ProtectionRefusal.NotAllowed());
        assertThat(change(Choice.of(Method.STOKEN), Choice.none()).login()).contains(Method.STOKEN);
    }

    @Test
    void a_factor_that_guards_is_not_unbound() {
        change(Choice.of(Method.PHONE), Choice.of(Method.WECHAT));

        assertThat(refusal(() -> bind(false, true, true))).isEqualTo(new UnbindRefusal.FactorGuards("Phone"));
        assertThat(refusal(() -> bind(true, true, false))).isEqualTo(new UnbindRefusal.FactorGuards("Wechat"));
        assertThat(bind(true, false, true)).isTrue();
        change(Choice.none(), Choice.none());
        assertThat(bind(false, false, false)).isTrue();
    }

    @Test
    void of_a_demand_and_an_unbinding_at_the_same_time_one_is_refused() {
        for (int round = 0; round < 20; round++) {
            bind(true, true, true);
            change(Choice.none(), Choice.none());
            List<Boolean> done = Race.of(
                    2,
                    n -> succeeds(
                            n == 0
                                    ? () -> change(Choice.of(Method.PHONE), Choice.keep())
                                    : () -> installation().another().tenants().put(user(false, true, true))));

            assertThat(done).as("round " + round).containsExactlyInAnyOrder(true, false);
            assertThat(store().of(TENANT, ALICE).login().isPresent()).isEqualTo(done.getFirst());
        }
    }

    @Test
    void any_sequence_of_changes_ends_as_a_naive_model_says() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        NaiveProtection model = new NaiveProtection(Arrays.stream(Method.values())
                .filter(method -> method != Method.PHONE)
                .toList());
        bind(false, true, true);
        for (int step = 0; step < STEPS; step++) {
            Choice login = any(random);
            Choice operation = any(random);
            ProtectionStore store = (step % 2 == 0 ? node() : installation().another()).protections();
            boolean done = succeeds(() -> store.change(TENANT, ALICE, policy(demand(login, operation)), entry()));

            String where = "seed " + seed + " step " + step + ": " + login + ", " + operation;
            assertThat(done).as(where).isEqualTo(model.change(login, operation));
            assertThat(store().of(TENANT, ALICE)).as(where).matches(model::looksLike);
        }
    }

    private static Choice any(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Choice.keep();
            case 1 -> Choice.none();
            default -> Choice.of(List.of(Method.values()).get(random.nextInt(Method.values().length)));
        };
    }

    private static boolean succeeds(Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    private ProtectionStore store() {
        return node().protections();
    }

    private Protection change(Choice login, Choice operation) {
        return store().change(TENANT, ALICE, policy(demand(login, operation)), entry());
    }

    private static ProtectionChange demand(Choice login, Choice operation) {
        return ProtectionChange.of(login, operation);
    }

    private static ProtectionPolicy policy(ProtectionChange change) {
        return new ProtectionPolicy(change, true, false);
    }

    private boolean bind(boolean phone, boolean mail, boolean wechat) {
        return node().tenants().put(user(phone, mail, wechat));
    }

    private static UserRecord user(boolean phone, boolean mail, boolean wechat) {
        return new UserRecord(
                ALICE,
                TENANT,
                "alice",
                Secret.of(phone ? "+852 61234567" : ""),
                Secret.of(mail ? "alice@example.com" : ""),
                wechat);
    }

    private AuditEntry entry() {
        return AuditEntry.own(clock.instant(), TENANT, "protection.changed", AuditEntry.principal(ALICE), Map.of());
    }
}
