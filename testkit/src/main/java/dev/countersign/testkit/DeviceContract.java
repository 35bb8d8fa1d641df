package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.authenticator.CodeOutcome;
import dev.countersign.authenticator.CodeOutcome.Accepted;
import dev.countersign.authenticator.CodeOutcome.NotAccepted;
import dev.countersign.authenticator.DeviceStore.BeginOutcome;
import dev.countersign.authenticator.DeviceStore.BeginOutcome.Begun;
import dev.countersign.authenticator.DeviceStore.Beginning;
import dev.countersign.authenticator.DeviceStore.Permission;
import dev.countersign.authenticator.EnrolmentCodeStore.EnrolmentCode;
import dev.countersign.protection.Choice;
import dev.countersign.protection.Method;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.ProtectionPolicy;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.UnbindRefusal;
import dev.countersign.totp.TotpAttempt;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.Binding;
import dev.countersign.verification.Code;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.Purpose;
import dev.countersign.verification.Verification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of devices keeps about permissions: each allows one enrolment, in the step that uses it up.
public abstract class DeviceContract extends AuthenticatorStoreContract {
    private static final TotpSecret FIRST = TotpSecret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    private static final TotpSecret SECOND = TotpSecret.of("MZXW6YTBOJRGCZTPN5RGC4TCMF5GYZTP");
    private static final Binding SENT = new Binding(TENANT, Purpose.ENROLMENT, OLD, Optional.of(11L), "device");

    private BeginOutcome begin(Node on, Permission permission, TotpSecret secret, Optional<IdempotencyKey> key) {
        return on.devices()
                .begin(
                        new Beginning(
                                CALLER,
                                principal(11),
                                permission,
                                secret,
                                clock.instant().plus(Duration.ofMinutes(10)),
                                key,
                                entry("enrolment.begun")),
                        POLICY,
                        clock.instant());
    }

    private BeginOutcome begin(Permission permission) {
        return begin(node(), permission, FIRST, none());
    }

    private Code app(TotpSecret secret) {
        return Code.of(Totp.code(secret.base32().reveal(), clock.instant()));
    }

    private Code wrong() {
        return Code.of(Totp.wrong(FIRST.base32().reveal(), clock.instant()));
    }

    private CodeOutcome confirm(Code code) {
        return node().devices().confirm(new TotpAttempt(CALLER, principal(11), code), POLICY, none(), clock.instant());
    }

    private CodeOutcome withdraw(Code code, Optional<IdempotencyKey> key) {
        return node().devices()
                .withdraw(
                        new TotpAttempt(CALLER, principal(11), code),
                        POLICY,
                        key,
                        entry("authenticator.withdrawn"),
                        clock.instant());
    }

    private void enrol() {
        node().totp().put(principal(11), FIRST, clock.instant(), entry("authenticator.enrolled"));
    }

    private void administratorsCode() {
        node().enrolmentCodes()
                .put(
                        principal(11),
                        new EnrolmentCode(
                                Secret.of("ABCD-EFGH"), clock.instant().plus(Duration.ofHours(24))),
                        none(),
                        entry("enrolment-code.made"),
                        clock.instant());
    }

    @Test
    void a_sent_code_allows_one_enrolment() {
        Verification sent = send(Given.demand(SENT), code(1));
        Permission wrong = new Permission.Sent(sent.id(), WRONG);
        assertThat(begin(wrong)).isEqualTo(new BeginOutcome.Refused(new NotAccepted(4, false, false)));
        assertThat(confirm(app(FIRST))).isEqualTo(NotAccepted.NOT_COMPARED);

        Permission right = new Permission.Sent(sent.id(), code(1));
        List<BeginOutcome> outcomes = Race.of(40, n -> begin(of(n), right, FIRST, none()));
        assertThat(outcomes).filteredOn(Begun.class::isInstance).hasSize(1);
        assertThat(confirm(app(FIRST))).isEqualTo(new Accepted());
        assertThat(node().totp().of(11)).isPresent();
    }

    @Test
    void an_administrators_code_allows_one_enrolment() {
        administratorsCode();
        Permission right = new Permission.Administrator(Secret.of("ABCDEFGH"));
        assertThat(begin(right)).isInstanceOf(Begun.class);
        assertThat(begin(right)).isEqualTo(new BeginOutcome.Refused(NotAccepted.NOT_COMPARED));
        assertThat(confirm(app(FIRST))).isEqualTo(new Accepted());
    }

    @Test
    void who_has_a_device_shows_its_code_and_nothing_else_will_do() {
        enrol();
        administratorsCode();
        Verification sent = send(Given.demand(SENT), code(1));
        for (Permission other :
                List.of(new Permission.Administrator(Secret.of("ABCDEFGH")), new Permission.Sent(sent.id(), code(1)))) {
            assertThat(refusal(() -> begin(other))).isInstanceOf(AuthenticatorRefusal.DevicePresent.class);
        }
        assertThat(begin(new Permission.Device(wrong())))
                .isEqualTo(new BeginOutcome.Refused(new NotAccepted(0, false, false)));
        assertThat(begin(node(), new Permission.Device(app(FIRST)), SECOND, none()))
                .isInstanceOf(Begun.class);
        assertThat(confirm(app(SECOND))).isEqualTo(new Accepted());
        later(Duration.ofSeconds(60));
        assertThat(withdraw(app(FIRST), none())).isInstanceOf(NotAccepted.class);
        assertThat(withdraw(app(SECOND), none())).isEqualTo(new Accepted());
    }

    @Test
    void who_has_none_has_no_device_to_show() {
        assertThat(begin(new Permission.Device(app(FIRST))))
                .isEqualTo(new BeginOutcome.Refused(NotAccepted.NOT_COMPARED));
    }

    @Test
    void a_device_is_withdrawn_by_its_own_code_unless_it_guards() {
        enrol();
        protect(Choice.of(Method.STOKEN));
        assertThat(refusal(() -> withdraw(app(FIRST), none()))).isEqualTo(new UnbindRefusal.FactorGuards("Stoken"));
        protect(Choice.none());
        assertThat(withdraw(wrong(), none())).isInstanceOf(NotAccepted.class);
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("w", Bytes.utf8("f")));
        assertThat(withdraw(app(FIRST), key)).isEqualTo(new Accepted());
        assertThat(withdraw(app(FIRST), key)).isEqualTo(new Accepted());
        assertThat(node().totp().of(11)).isEmpty();
        assertThat(withdraw(app(FIRST), none())).isEqualTo(NotAccepted.NOT_COMPARED);
    }

    private void protect(Choice operation) {
        node().protections()
                .change(
                        TENANT,
                        11,
                        new ProtectionPolicy(ProtectionChange.of(Choice.keep(), operation), false, false),
                        entry("protection.changed"));
    }

    @Test
    void a_repeat_is_answered_as_the_first() {
        administratorsCode();
        Permission right = new Permission.Administrator(Secret.of("ABCDEFGH"));
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("b", Bytes.utf8("f")));
        Begun first = (Begun) begin(node(), right, FIRST, key);
        Begun again = (Begun) begin(node(), right, SECOND, key);
        assertThat(again.secret().base32().reveal())
                .isEqualTo(first.secret().base32().reveal());
        assertThat(again.until()).isEqualTo(first.until());
        assertThat(confirm(app(FIRST))).isEqualTo(new Accepted());
    }
}
