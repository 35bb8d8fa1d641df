package dev.countersign.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.tenant.Bound;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssertionTest {
    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final PhoneNumber OLD = new PhoneNumber("852", "61234567");
    private static final PhoneNumber NEW = new PhoneNumber("852", "67654321");
    private static final MailAddress MAIL = new MailAddress("alice@example.com");
    private static final Bound BOUND = new Bound(Optional.of(OLD), Optional.of(MAIL), true, Optional.empty());

    private static Assertion of(Optional<PhoneNumber> phone, Optional<MailAddress> mail) {
        return new Assertion(phone, mail, NOW, DAY);
    }

    @Test
    void another_number_replaces_the_old_one_and_holds_operations_back_for_a_day() {
        Assertion assertion = of(Optional.of(NEW), Optional.empty());

        assertThat(assertion.replaced(BOUND)).containsExactly(OLD);
        assertThat(assertion.after(BOUND))
                .isEqualTo(new Bound(Optional.of(NEW), Optional.of(MAIL), true, Optional.of(NOW.plus(DAY))));
    }

    @Test
    void the_same_number_and_address_replace_nothing() {
        Assertion assertion = of(Optional.of(OLD), Optional.of(MAIL));

        assertThat(assertion.replaced(BOUND)).isEmpty();
        assertThat(assertion.after(BOUND)).isEqualTo(BOUND);
    }

    @Test
    void a_first_number_replaces_nothing() {
        Assertion assertion = of(Optional.of(NEW), Optional.of(MAIL));

        assertThat(assertion.replaced(Bound.NOTHING)).isEmpty();
        assertThat(assertion.after(Bound.NOTHING).coolOffUntil()).isEmpty();
    }

    @Test
    void nothing_asserted_leaves_everything_and_an_earlier_cool_off() {
        Bound held = new Bound(Optional.of(OLD), Optional.empty(), false, Optional.of(NOW.plusSeconds(5)));

        assertThat(of(Optional.empty(), Optional.empty()).after(held)).isEqualTo(held);
    }

    @Test
    void a_change_never_shortens_an_earlier_cool_off() {
        Instant later = NOW.plus(DAY).plusSeconds(1);
        Bound held = new Bound(Optional.of(OLD), Optional.empty(), false, Optional.of(later));
        Bound soon = new Bound(Optional.of(OLD), Optional.empty(), false, Optional.of(NOW.plusSeconds(1)));

        assertThat(of(Optional.of(NEW), Optional.empty()).after(held).coolOffUntil())
                .contains(later);
        assertThat(of(Optional.of(NEW), Optional.empty()).after(soon).coolOffUntil())
                .contains(NOW.plus(DAY));
    }
}
