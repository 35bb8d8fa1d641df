package dev.countersign.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.CodeOutcome;
import dev.countersign.authenticator.CodeOutcome.Accepted;
import dev.countersign.authenticator.CodeOutcome.NotAccepted;
import dev.countersign.authenticator.EnrolmentCodeStore.EnrolmentCode;
import dev.countersign.authenticator.EnrolmentCodeStore.Try;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.tenant.Principal;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import dev.countersign.verification.IdempotencyKey;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every store of administrators' codes keeps: one a principal, good once, for a day, with counted failures.
public abstract class EnrolmentCodeContract extends AuthenticatorStoreContract {
    private static final String SHOWN = "ABCD-EFGH-JKLM-NPQR";
    private static final String KEPT = "ABCDEFGHJKLMNPQR";

    private EnrolmentCode make(long uin, String code, Optional<IdempotencyKey> key) {
        return node().enrolmentCodes()
                .put(
                        principal(uin),
                        new EnrolmentCode(Secret.of(code), clock.instant().plus(Duration.ofHours(24))),
                        key,
                        entry("enrolment-code.made"),
                        clock.instant());
    }

    private CodeOutcome give(Node on, Principal principal, String code) {
        return on.enrolmentCodes().redeem(new Try(CALLER, principal, Secret.of(code)), POLICY, clock.instant());
    }

    private CodeOutcome give(long uin, String code) {
        return give(node(), principal(uin), code);
    }

    @Test
    void of_100_parallel_uses_one_is_accepted() {
        make(11, SHOWN, none());
        List<CodeOutcome> outcomes = Race.of(100, n -> give(of(n), principal(11), KEPT));
        assertThat(outcomes).filteredOn(Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(NotAccepted.NOT_COMPARED::equals).hasSize(99);
    }

    @Test
    void a_code_is_its_principals_and_its_tenants() {
        make(11, SHOWN, none());
        assertThat(give(12, KEPT)).isEqualTo(NotAccepted.NOT_COMPARED);
        assertThat(give(node(), new Principal(11, Given.OTHER.id(), "foreign"), KEPT))
                .isEqualTo(NotAccepted.NOT_COMPARED);
        assertThat(give(11, KEPT)).isEqualTo(new Accepted());
    }

    @Test
    void a_code_ends_with_its_day_and_with_the_next_one() {
        make(11, SHOWN, none());
        make(11, "ZZZZ-ZZZZ-ZZZZ-ZZZZ", none());
        assertThat(give(11, KEPT)).isEqualTo(new NotAccepted(4, false, false));
        later(Duration.ofHours(24));
        assertThat(give(11, "ZZZZZZZZZZZZZZZZ")).isEqualTo(NotAccepted.NOT_COMPARED);
    }

    @Test
    void five_wrong_ones_end_it_and_a_new_one_resets_no_count() {
        make(11, SHOWN, none());
        for (int left = 4; left >= 0; left--) {
            assertThat(give(11, "WRONG")).isEqualTo(new NotAccepted(left, false, false));
        }
        assertThat(give(11, KEPT)).isEqualTo(NotAccepted.NOT_COMPARED);
        make(11, SHOWN, none());
        for (int left = 4; left >= 1; left--) {
            assertThat(give(11, "WRONG")).isEqualTo(new NotAccepted(left, false, false));
        }
        assertThat(Objects.requireNonNull(node().authenticators().failures(11).get(AuthenticatorKind.ENROLMENT))
                        .inARow())
                .isEqualTo(9);
        assertThat(give(11, "WRONG")).isEqualTo(new NotAccepted(0, false, false));
        make(11, SHOWN, none());
        assertThat(give(11, KEPT)).isEqualTo(NotAccepted.NOT_COMPARED);
        later(Duration.ofSeconds(30));
        assertThat(give(11, KEPT)).isEqualTo(new Accepted());
        assertThat(node().authenticators().failures(11)).isEmpty();
    }

    @Test
    void a_repeat_is_answered_as_the_first_and_makes_no_second_code() {
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey("k", Bytes.utf8("f")));
        EnrolmentCode first = make(11, SHOWN, key);
        later(Duration.ofMinutes(1));
        EnrolmentCode again = make(11, "ZZZZ-ZZZZ-ZZZZ-ZZZZ", key);
        assertThat(again.code().reveal()).isEqualTo(first.code().reveal());
        assertThat(again.until()).isEqualTo(first.until());
        assertThat(refusal(() -> make(11, SHOWN, Optional.of(new IdempotencyKey("k", Bytes.utf8("g"))))))
                .isInstanceOf(CallRefusal.IdempotencyKeyReused.class);
        assertThat(give(11, KEPT)).isEqualTo(new Accepted());
    }

    @Test
    void a_code_goes_with_its_user() {
        make(11, SHOWN, none());
        node().users().delete(TENANT, 11, true, entry("user.deleted"));
        assertThat(give(11, KEPT)).isEqualTo(NotAccepted.NOT_COMPARED);
    }
}
