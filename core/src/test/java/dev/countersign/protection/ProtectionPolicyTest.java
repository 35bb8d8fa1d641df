package dev.countersign.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.refusal.FactorRefusal;
import dev.countersign.refusal.ProtectionRefusal;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ProtectionPolicyTest {
    private static final long SEED = 20270117;
    private static final TenantRules FORCES_BOTH = new TenantRules(false, true, true, Optional.empty(), List.of());
    private static final Protection PHONES =
            new Protection(Optional.of(Method.PHONE), Optional.of(Method.PHONE), Offsite.NONE, false);

    private static Standing standing(Protection present, TenantRules rules) {
        return new Standing(present, rules, true, true, true);
    }

    private static void refuses(ProtectionPolicy policy, Standing standing, Refusal refusal) {
        assertThatThrownBy(() -> policy.decide(standing))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    @ParameterizedTest
    @EnumSource
    void one_method_takes_the_place_of_the_other(Method method) {
        Protection decided = new ProtectionPolicy(ProtectionChange.of(Choice.of(method), Choice.keep()), true, false)
                .decide(standing(PHONES, TenantRules.NONE));
        assertThat(decided.login()).contains(method);
        assertThat(decided.operation()).contains(Method.PHONE);
        assertThat(decided.demands(method)).isTrue();
    }

    @Test
    void only_what_a_principal_holds_itself_must_be_bound() {
        Standing bare = new Standing(Protection.NONE, TenantRules.NONE, false, false, false);
        for (Method method : Method.values()) {
            ProtectionPolicy policy =
                    new ProtectionPolicy(ProtectionChange.of(Choice.keep(), Choice.of(method)), false, false);
            switch (method) {
                case PHONE -> refuses(policy, bare, new FactorRefusal.PhoneNotBound());
                case WECHAT -> refuses(policy, bare, new FactorRefusal.WechatNotBound());
                case MAIL -> refuses(policy, bare, new FactorRefusal.MailNotBound());
                case TOKEN, STOKEN, CUSTOM, U2F_TOKEN, PASSKEY ->
                    assertThat(policy.decide(bare).operation()).contains(method);
            }
        }
    }

    @Test
    void what_is_forced_can_change_but_not_end() {
        ProtectionChange off = ProtectionChange.of(Choice.none(), Choice.keep());
        refuses(
                new ProtectionPolicy(off, true, false),
                standing(PHONES, FORCES_BOTH),
                new ProtectionRefusal.NotAllowed());
        assertThat(new ProtectionPolicy(off, false, false)
                        .decide(standing(PHONES, FORCES_BOTH))
                        .login())
                .isEmpty();
        assertThat(new ProtectionPolicy(off, true, false).decide(standing(Protection.NONE, FORCES_BOTH)))
                .as("what is off stays off")
                .isEqualTo(Protection.NONE);
        assertThat(new ProtectionPolicy(ProtectionChange.of(Choice.of(Method.MAIL), Choice.keep()), true, false)
                        .decide(standing(PHONES, FORCES_BOTH))
                        .login())
                .contains(Method.MAIL);
    }

    @Test
    void each_half_is_forced_by_its_own_rule() {
        TenantRules operation = new TenantRules(false, false, true, Optional.empty(), List.of());
        ProtectionPolicy first = new ProtectionPolicy(ProtectionChange.of(Choice.none(), Choice.keep()), true, false);
        assertThat(first.decide(standing(PHONES, operation)).login()).isEmpty();
        refuses(
                new ProtectionPolicy(ProtectionChange.of(Choice.none(), Choice.none()), true, false),
                standing(PHONES, operation),
                new ProtectionRefusal.NotAllowed());
    }

    @Test
    void trusting_devices_and_trusting_places_lower_too() {
        Protection watchful =
                new Protection(Optional.empty(), Optional.empty(), new Offsite(true, true, true, true, true), false);
        assertThat(ProtectionPolicy.lowers(Protection.NONE, watchful)).isFalse();
        assertThat(ProtectionPolicy.lowers(watchful, Protection.NONE)).isTrue();
        Protection trusting = new Protection(Optional.empty(), Optional.empty(), Offsite.NONE, true);
        assertThat(ProtectionPolicy.lowers(Protection.NONE, trusting)).isTrue();
        assertThat(ProtectionPolicy.lowers(trusting, Protection.NONE)).isFalse();
    }

    @Test
    void whatever_is_tried_in_a_row_a_guarded_half_that_is_on_stays_as_it_is() {
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            Protection present = Protection.NONE;
            for (int step = 0; step < 20; step++) {
                ProtectionChange change = ProtectionChange.of(any(random), any(random));
                Protection before = present;
                try {
                    present = new ProtectionPolicy(change, true, true).decide(standing(before, TenantRules.NONE));
                } catch (Refused refused) {
                    assertThat(refused.refusal()).isEqualTo(new ProtectionRefusal.NotAllowed());
                }
                String where = "seed " + SEED + ", round " + round + ", step " + step + ", " + change;
                before.login().ifPresent(new Kept(present.login(), where)::isStill);
                before.operation().ifPresent(new Kept(present.operation(), where)::isStill);
            }
        }
    }

    /// A half after a step.
    private record Kept(Optional<Method> half, String where) {
        void isStill(Method method) {
            assertThat(half).as(where).contains(method);
        }
    }

    private static Choice any(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Choice.keep();
            case 1 -> Choice.none();
            default -> Choice.of(List.of(Method.values()).get(random.nextInt(Method.values().length)));
        };
    }

    @Test
    void a_method_is_found_by_its_word_alone() {
        for (Method method : Method.values()) {
            assertThat(Method.of(method.word())).contains(method);
        }
        assertThat(Method.of("None")).isEmpty();
        assertThat(Method.of("phone")).isEmpty();
    }
}
