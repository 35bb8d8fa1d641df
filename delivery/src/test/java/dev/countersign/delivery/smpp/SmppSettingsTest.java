package dev.countersign.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.delivery.smpp.SmppSettings.Validity;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What settings refuse, and what their small parts make of themselves.
final class SmppSettingsTest {
    @Test
    void a_sender_is_known_by_its_form() {
        assertThat(kind("Acme")).isEqualTo(Source.Kind.ALPHANUMERIC);
        assertThat(kind("12345")).isEqualTo(Source.Kind.SHORT_CODE);
        assertThat(kind("85230001234")).isEqualTo(Source.Kind.INTERNATIONAL);
        assertThat(kind("+1234")).isEqualTo(Source.Kind.INTERNATIONAL);
        assertThat(new Source("+85230001234", Source.Kind.AUTO).sent()).isEqualTo("85230001234");
        assertThat(new Source("30001234", Source.Kind.NATIONAL).kind()).isEqualTo(Source.Kind.NATIONAL);
    }

    @Test
    void a_sender_that_no_phone_shows_is_refused() {
        refused(() -> new Source("TwelveLetter", Source.Kind.AUTO));
        refused(() -> new Source("", Source.Kind.AUTO));
        refused(() -> new Source("Ümlaut", Source.Kind.AUTO));
        refused(() -> new Source("Acme", Source.Kind.SHORT_CODE));
        refused(() -> new Source("1".repeat(21), Source.Kind.INTERNATIONAL));
    }

    @Test
    void what_smpp_has_no_room_for_is_refused() {
        refused(() -> SmppSettings.Bind.standard("sixteen-letters-", Secret.of("p")));
        refused(() -> new SmppSettings.Endpoint("smsc.example", 0, Optional.empty()));
        refused(() -> new SmppSettings.Endpoint(" ", 2775, Optional.empty()));
        refused(() -> Rig.flow(0, Duration.ofSeconds(1), Duration.ofSeconds(1)));
        refused(() -> Rig.flow(1, Duration.ZERO, Duration.ofSeconds(1)));
        refused(() -> new SmppSettings.Alphabets(SmppSettings.Alphabet.GSM7, 256, 8));
        refused(() -> new SmppSettings.Reconnect(Duration.ofSeconds(2), Duration.ofSeconds(1)));
        refused(() -> new SmppSettings.Tls(Optional.empty(), false));
    }

    @Test
    void a_password_is_not_printed() {
        assertThat(Rig.settings(2775).toString()).doesNotContain("secret");
    }

    @Test
    void a_validity_is_written_as_the_specification_has_it() {
        Instant now = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(ValidityPeriod.of(Validity.RELATIVE, now, now.plusSeconds(5 * 60)))
                .isEqualTo("000000000500000R");
        assertThat(ValidityPeriod.of(Validity.RELATIVE, now, now.plus(Duration.ofDays(400))))
                .isEqualTo("000028000000000R");
        assertThat(ValidityPeriod.of(Validity.RELATIVE, now, now.minusSeconds(9)))
                .isEqualTo("000000000001000R");
        assertThat(ValidityPeriod.of(Validity.ABSOLUTE, now, now.plusSeconds(90)))
                .isEqualTo("261122120130000+");
        assertThat(ValidityPeriod.of(Validity.NONE, now, now.plusSeconds(90))).isEmpty();
    }

    private static Source.Kind kind(String address) {
        return new Source(address, Source.Kind.AUTO).kind();
    }

    private static void refused(ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class);
    }
}
