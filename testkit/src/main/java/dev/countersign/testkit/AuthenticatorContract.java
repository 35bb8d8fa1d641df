package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.AuthenticatorStore.Withdrawal;
import dev.countersign.directory.UserStore.Telling;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.ProtectionPolicy;
import dev.countersign.refusal.UnbindRefusal;
import dev.countersign.value.Bytes;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.VerificationPolicy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store keeps about taking away and lifting.
public abstract class AuthenticatorContract extends AuthenticatorStoreContract {
    private boolean withdraw(Node on, AuthenticatorKind kind, Optional<IdempotencyKey> key) {
        Telling telling = new Telling("en", to -> true, Given.CAUSE);
        return on.authenticators()
                .withdraw(
                        new Withdrawal(TENANT, 11, kind, telling, entry("authenticator.withdrawn")),
                        clock.instant().plus(COOL_OFF),
                        key,
                        clock.instant());
    }

    private boolean withdraw(AuthenticatorKind kind) {
        return withdraw(node(), kind, none());
    }

    @Test
    void what_is_taken_away_is_told_and_holds_operations_back() {
        send(Given.demand(Given.login(OLD, 11)), code(1));
        due();
        assertThat(withdraw(AuthenticatorKind.PHONE)).isTrue();
        assertThat(bound(11).phone()).isEmpty();
        assertThat(bound(11).coolOffUntil()).contains(clock.instant().plus(COOL_OFF));
        var told = notices();
        assertThat(purpose(told)).isEqualTo("notice-withdrawn");
        assertThat(told.getFirst().to()).isEqualTo(OLD);
        assertThat(notAccepted(redeem(Given.login(OLD, 11), code(1)))).isZero();
        assertThat(withdraw(AuthenticatorKind.PHONE)).isFalse();

        assertThat(withdraw(AuthenticatorKind.WECHAT)).isTrue();
        assertThat(bound(11).wechat()).isFalse();
        assertThat(notices()).extracting(message -> message.to()).containsExactly(MAIL);
        assertThat(withdraw(AuthenticatorKind.MAIL)).isTrue();
        assertThat(bound(11).mail()).isEmpty();
        assertThat(notices()).extracting(message -> message.to()).containsExactly(MAIL);
    }

    @Test
    void what_protection_demands_is_not_taken_away() {
        for (Method method : List.of(Method.PHONE, Method.MAIL, Method.WECHAT)) {
            node().protections()
                    .change(
                            TENANT,
                            11,
                            new ProtectionPolicy(ProtectionChange.of(Choice.keep(), Choice.of(method)), false, false),
                            entry("protection.changed"));
            AuthenticatorKind kind = AuthenticatorKind.valueOf(method.name());
            assertThat(refusal(() -> withdraw(kind))).isEqualTo(new UnbindRefusal.FactorGuards(method.word()));
        }
        assertThat(bound(11).phone()).contains(OLD);
        assertThat(bound(11).wechat()).isTrue();
        assertThat(bound(11).coolOffUntil()).isEmpty();
        assertThat(outgoing()).isZero();
    }

    @Test
    void of_parallel_withdrawals_one_does_it_and_a_repeat_is_answered_alike() {
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k", Bytes.utf8("f")));
        List<Boolean> done = Race.of(20, n -> withdraw(of(n), AuthenticatorKind.PHONE, none()));
        assertThat(done).filteredOn(yes -> yes).hasSize(1);
        assertThat(notices()).hasSize(1);
        assertThat(withdraw(node(), AuthenticatorKind.MAIL, key)).isTrue();
        assertThat(withdraw(node(), AuthenticatorKind.MAIL, key)).isTrue();
        assertThat(notices()).hasSize(1);
    }

    @Test
    void failures_are_told_by_kind_and_lifted_once() {
        make(Given.login(OLD, 11), code(1), VerificationPolicy.standard());
        redeem(Given.login(OLD, 11), WRONG);
        redeem(Given.login(OLD, 11), WRONG);
        assertThat(node().authenticators().failures(11)).containsOnlyKeys(AuthenticatorKind.PHONE);
        assertThat(node().authenticators().failures(12)).isEmpty();
        assertThat(unlock(AuthenticatorKind.MAIL)).isFalse();
        assertThat(unlock(AuthenticatorKind.PHONE)).isTrue();
        assertThat(unlock(AuthenticatorKind.PHONE)).isFalse();
        assertThat(node().authenticators().failures(11)).isEmpty();
    }

    private boolean unlock(AuthenticatorKind kind) {
        return node().authenticators().unlock(11, kind, none(), entry("authenticator.unlocked"));
    }
}
