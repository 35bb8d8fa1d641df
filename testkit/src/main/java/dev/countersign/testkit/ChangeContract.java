package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.Change;
import dev.countersign.authenticator.Change.Status;
import dev.countersign.authenticator.ChangeStore.Confirming;
import dev.countersign.authenticator.ChangeStore.Start;
import dev.countersign.authenticator.CodeOutcome.NotAccepted;
import dev.countersign.authenticator.ConfirmOutcome;
import dev.countersign.authenticator.ConfirmOutcome.CodeRefused;
import dev.countersign.authenticator.ConfirmOutcome.Confirmed;
import dev.countersign.authenticator.ConfirmOutcome.CurrentRefused;
import dev.countersign.authenticator.ConfirmOutcome.Ended;
import dev.countersign.authenticator.Current;
import dev.countersign.authenticator.Possession;
import dev.countersign.destination.Channel;
import dev.countersign.destination.Destination;
import dev.countersign.directory.Assertion;
import dev.countersign.directory.UserStore.Telling;
import dev.countersign.directory.UserStore.UserChange;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.totp.TotpSecret;
import dev.countersign.value.Bytes;
import dev.countersign.verification.Code;
import dev.countersign.verification.Demand;
import dev.countersign.verification.IdempotencyKey;
import dev.countersign.verification.PreparedCode;
import dev.countersign.verification.SendPolicy;
import dev.countersign.verification.VerificationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every store of changes keeps: both codes or nothing, one change of a kind, and no code burnt in vain.
public abstract class ChangeContract extends AuthenticatorStoreContract {
    private static final TotpSecret SECRET = TotpSecret.of("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    private static final Code FRESH = code(1);
    private static final Code CURRENT = code(2);

    private int ids;

    private Change fresh(long uin, Destination to) {
        Possession has = node().changes().possession(TENANT, uin).orElseThrow();
        Instant end = clock.instant().plus(Change.LIFETIME);
        String id = new UUID(0, ++ids).toString();
        return new Change(
                id, TENANT, uin, to, has.old(to), has.current(to), "en", Status.PENDING, end, Optional.empty());
    }

    private Start start(Change change, Optional<IdempotencyKey> key) {
        List<PreparedCode> codes = new ArrayList<>();
        codes.add(prepared(change, change.to(), FRESH));
        if (change.current().orElse(null) instanceof Current.Sent sent) {
            codes.add(prepared(change, sent.to(), CURRENT));
        }
        return new Start(change, codes, new SendPolicy(VerificationPolicy.standard()), key, entry("change.started"));
    }

    private static PreparedCode prepared(Change change, Destination to, Code code) {
        Channel channel = Channel.EMAIL.reaches(to) ? Channel.EMAIL : Channel.SMS;
        return new PreparedCode(
                new Demand(change.binding(to), channel, "en", "192.0.2.1", Optional.empty()), code, false);
    }

    private Change started(long uin, Destination to) {
        return node().changes()
                .start(start(fresh(uin, to), none()), clock.instant())
                .orElseThrow();
    }

    private ConfirmOutcome confirm(Change change, Code code, Code current) {
        return confirm(node(), change, code, Optional.of(current), none());
    }

    private ConfirmOutcome confirm(
            Node on, Change change, Code code, Optional<Code> current, Optional<IdempotencyKey> key) {
        return on.changes()
                .confirm(
                        change,
                        new dev.countersign.authenticator.ChangeStore.Given(code, current, key),
                        new Confirming(CALLER, POLICY, COOL_OFF, to -> true, entry("authenticator.changed")),
                        clock.instant());
    }

    private static Optional<IdempotencyKey> key(String key, String fingerprint) {
        return Optional.of(new IdempotencyKey(key, Bytes.utf8(fingerprint)));
    }

    private Status status(Change change) {
        return node().changes()
                .find(TENANT, change.principal(), change.id(), clock.instant())
                .orElseThrow()
                .status();
    }

    @Test
    void what_is_shown_beside_the_new_one_is_the_device_else_the_old_one_else_the_other() {
        assertThat(fresh(11, NEW).current()).contains(new Current.Sent(OLD));
        put(11, "", MAIL.canonical(), true);
        assertThat(fresh(11, NEW).current()).contains(new Current.Sent(MAIL));
        assertThat(fresh(11, NEW).old()).isEmpty();
        node().totp().put(principal(11), SECRET, clock.instant(), entry("authenticator.enrolled"));
        assertThat(fresh(11, NEW).current()).contains(new Current.Device());
        put(13, "", "", true);
        assertThat(fresh(13, NEW).current()).isEmpty();
        assertThat(node().changes().possession(Given.OTHER.id(), 11)).isEmpty();
    }

    @Test
    void both_codes_replace_a_number_tell_the_old_one_and_hold_operations_back() {
        Change change = started(11, NEW);
        assertThat(due()).extracting(message -> message.to()).containsExactlyInAnyOrder(OLD, NEW);
        Instant held = clock.instant().plus(COOL_OFF);

        assertThat(confirm(change, FRESH, CURRENT))
                .isEqualTo(new Confirmed(change.with(Status.CONFIRMED, Optional.of(held))));

        assertThat(bound(11).phone()).contains(NEW);
        assertThat(bound(11).mail()).contains(MAIL);
        assertThat(bound(11).coolOffUntil()).contains(held);
        List<dev.countersign.delivery.DueMessage> told = notices();
        assertThat(purpose(told)).isEqualTo("notice-replaced");
        assertThat(told.getFirst().to()).isEqualTo(OLD);
        assertThat(confirm(change, FRESH, CURRENT)).isEqualTo(new Ended(Status.CONFIRMED));
    }

    @Test
    void a_first_number_takes_its_code_alone_and_holds_nothing_back() {
        Change change = started(12, NEW);
        assertThat(confirm(node(), change, FRESH, none(), none())).isInstanceOf(Confirmed.class);
        assertThat(bound(12).phone()).contains(NEW);
        assertThat(bound(12).coolOffUntil()).isEmpty();
        assertThat(notices()).isEmpty();
    }

    @Test
    void a_wrong_one_of_the_two_is_counted_and_the_right_one_stays_good() {
        Change change = started(11, NEW);
        assertThat(confirm(change, WRONG, CURRENT)).isEqualTo(new CodeRefused(new NotAccepted(4, false, false)));
        assertThat(confirm(change, FRESH, WRONG)).isEqualTo(new CurrentRefused(new NotAccepted(4, false, false)));
        assertThat(confirm(change, WRONG, WRONG)).isEqualTo(new CodeRefused(new NotAccepted(3, false, false)));
        assertThat(Objects.requireNonNull(node().authenticators().failures(11).get(AuthenticatorKind.PHONE))
                        .inARow())
                .isEqualTo(3);
        assertThat(bound(11).phone()).contains(OLD);

        assertThat(confirm(change, FRESH, CURRENT)).isInstanceOf(Confirmed.class);
        assertThat(node().authenticators().failures(11)).isEmpty();
    }

    @Test
    void five_wrong_codes_end_the_code_and_ten_failures_begin_a_wait() {
        Change change = started(11, NEW);
        for (int n = 0; n < 5; n++) {
            assertThat(confirm(change, WRONG, CURRENT)).isInstanceOf(CodeRefused.class);
        }
        assertThat(confirm(change, FRESH, CURRENT)).isEqualTo(new CodeRefused(NotAccepted.NOT_COMPARED));
        later(Duration.ofSeconds(61));
        Change again = node().changes()
                .start(start(change.until(clock.instant().plus(Change.LIFETIME)), none()), clock.instant())
                .orElseThrow();
        for (int n = 0; n < 5; n++) {
            assertThat(confirm(again, FRESH, WRONG)).isInstanceOf(CurrentRefused.class);
        }
        assertThat(Objects.requireNonNull(node().authenticators().failures(11).get(AuthenticatorKind.PHONE))
                        .waitUntil())
                .contains(clock.instant().plusSeconds(30));
        assertThat(confirm(again, FRESH, CURRENT)).isEqualTo(new CodeRefused(new NotAccepted(5, false, false)));
        assertThat(bound(11).phone()).contains(OLD);
    }

    @Test
    void a_device_shows_itself_instead_and_its_code_is_not_burnt_in_vain() {
        node().totp().put(principal(11), SECRET, clock.instant(), entry("authenticator.enrolled"));
        Change change = started(11, NEW);
        assertThat(due()).extracting(message -> message.to()).containsExactly(NEW);
        Code shown = Code.of(Totp.code(SECRET.base32().reveal(), clock.instant()));
        Code wrong = Code.of(Totp.wrong(SECRET.base32().reveal(), clock.instant()));

        assertThat(confirm(change, FRESH, wrong)).isEqualTo(new CurrentRefused(NotAccepted.NOT_COMPARED));
        assertThat(confirm(change, WRONG, shown)).isInstanceOf(CodeRefused.class);
        assertThat(confirm(change, FRESH, shown)).isInstanceOf(Confirmed.class);
        assertThat(bound(11).phone()).contains(NEW);
        Change next = started(11, OLD);
        assertThat(confirm(next, FRESH, shown)).isInstanceOf(CurrentRefused.class);
    }

    @Test
    void of_parallel_confirmations_one_is_made() {
        Change change = started(11, NEW);
        List<ConfirmOutcome> outcomes = Race.of(40, n -> confirm(of(n), change, FRESH, Optional.of(CURRENT), none()));
        assertThat(outcomes).filteredOn(Confirmed.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(new Ended(Status.CONFIRMED)::equals).hasSize(39);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void of_parallel_starts_one_is_pending() {
        List<Change> changes = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            changes.add(fresh(12, Given.phone(100 + n)));
        }
        Race.of(8, n -> of(n).changes().start(start(changes.get(n), none()), clock.instant()));
        assertThat(changes)
                .filteredOn(change -> node().changes()
                        .find(TENANT, 12, change.id(), clock.instant())
                        .filter(found -> found.status() == Status.PENDING)
                        .isPresent())
                .hasSize(1);
    }

    @Test
    void another_change_of_the_kind_ends_the_one_before_with_its_codes() {
        Change first = started(12, NEW);
        Change mail = started(12, MAIL);
        Change second = started(12, Given.phone(3));
        assertThat(status(first)).isEqualTo(Status.REPLACED);
        assertThat(status(mail)).isEqualTo(Status.PENDING);
        assertThat(confirm(node(), first, FRESH, none(), none())).isEqualTo(new Ended(Status.REPLACED));
        assertThat(confirm(node(), second, FRESH, none(), none())).isInstanceOf(Confirmed.class);
        // A first number is a factor now, which the pending change of the address did not go by.
        assertThat(confirm(node(), mail, FRESH, none(), none())).isEqualTo(new Ended(Status.REPLACED));
        assertThat(node().changes().pending(TENANT, 12, AuthenticatorKind.MAIL, clock.instant()))
                .isEmpty();
    }

    @Test
    void a_change_that_an_administrator_has_overtaken_is_not_made() {
        Change change = started(12, NEW);
        Assertion assertion = new Assertion(Optional.of(Given.phone(4)), Optional.empty(), clock.instant(), COOL_OFF);
        node().users()
                .update(
                        TENANT,
                        12,
                        new UserChange(
                                none(), none(), none(), none(), assertion, new Telling("en", to -> true, Given.CAUSE)),
                        entry("user.changed"));
        assertThat(confirm(node(), change, FRESH, none(), none())).isEqualTo(new Ended(Status.REPLACED));
        assertThat(bound(12).phone()).contains(Given.phone(4));
    }

    @Test
    void a_start_that_went_by_what_is_no_more_so_sends_nothing() {
        Change stale = fresh(12, NEW);
        put(12, OLD.canonical(), "", false);
        assertThat(node().changes().start(start(stale, none()), clock.instant()))
                .isEmpty();
        assertThat(outgoing()).isZero();
        assertThat(refusal(() -> node().changes().start(start(fresh(12, OLD), none()), clock.instant())))
                .isInstanceOf(AuthenticatorRefusal.AlreadyBound.class);
    }

    @Test
    void a_start_of_which_one_code_may_not_go_out_sends_none() {
        started(11, NEW);
        assertThat(outgoing()).isEqualTo(2);
        Change other = fresh(11, Given.phone(5));
        assertThat(refusal(() -> node().changes().start(start(other, none()), clock.instant())))
                .isInstanceOf(SendRefusal.ResendTooSoon.class);
        assertThat(outgoing()).isEqualTo(2);
        assertThat(node().changes().find(TENANT, 11, other.id(), clock.instant()))
                .isEmpty();
    }

    @Test
    void a_change_ends_with_its_time_and_is_found_by_its_own_principal_only() {
        Change change = started(11, NEW);
        assertThat(node().changes().find(TENANT, 12, change.id(), clock.instant()))
                .isEmpty();
        assertThat(node().changes().find(Given.OTHER.id(), 11, change.id(), clock.instant()))
                .isEmpty();
        later(Change.LIFETIME.minusMillis(1));
        assertThat(status(change)).isEqualTo(Status.PENDING);
        later(Duration.ofMillis(1));
        assertThat(confirm(change, FRESH, CURRENT)).isEqualTo(new Ended(Status.EXPIRED));
    }

    @Test
    void repeats_are_answered_as_the_first() {
        Start start = start(fresh(11, NEW), key("s", "f"));
        Change first = node().changes().start(start, clock.instant()).orElseThrow();
        assertThat(node().changes().start(start(fresh(11, NEW), key("s", "f")), clock.instant()))
                .contains(first);
        assertThat(refusal(() -> node().changes().start(start(fresh(11, NEW), key("s", "g")), clock.instant())))
                .isInstanceOf(CallRefusal.IdempotencyKeyReused.class);

        Optional<IdempotencyKey> key = key("c", "f");
        assertThat(confirm(node(), first, WRONG, Optional.of(CURRENT), key)).isInstanceOf(CodeRefused.class);
        ConfirmOutcome made = confirm(node(), first, FRESH, Optional.of(CURRENT), key);
        assertThat(made).isInstanceOf(Confirmed.class);
        assertThat(confirm(node(), first, FRESH, Optional.of(CURRENT), key)).isEqualTo(made);
        assertThat(notices()).hasSize(1);
    }

    @Test
    void codes_that_are_on_their_way_end_with_what_they_were_sent_to() {
        send(Given.demand(Given.login(OLD, 11)), code(7));
        Change change = started(11, NEW);
        assertThat(confirm(change, FRESH, CURRENT)).isInstanceOf(Confirmed.class);
        assertThat(notAccepted(redeem(Given.login(OLD, 11), code(7)))).isZero();
    }

    @Test
    void changes_go_with_their_user() {
        Change change = started(11, NEW);
        node().users().delete(TENANT, 11, true, entry("user.deleted"));
        assertThat(node().changes().find(TENANT, 11, change.id(), clock.instant()))
                .isEmpty();
        assertThat(confirm(change, FRESH, CURRENT)).isEqualTo(new Ended(Status.REPLACED));
    }
}
