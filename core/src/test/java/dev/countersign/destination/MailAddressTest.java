package dev.countersign.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "alice@example.com,alice@example.com", "Alice@EXAMPLE.Com,alice@example.com", "' a@b.co ',a@b.co",
        "a.b+tag@sub.example.co.uk,a.b+tag@sub.example.co.uk", "o'hara@x-y.org,o'hara@x-y.org", "1@2.3,1@2.3"
    })
    void is_kept_in_lower_case_so_that_limits_cannot_be_dodged(String written, String canonical) {
        MailAddress address = new MailAddress(written.replace("''", "'"));
        assertThat(address.canonical()).isEqualTo(canonical);
        assertThat(Destination.ofCanonical(address.canonical())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.co",
                "a",
                "a@b",
                "a@b.",
                "a@.b",
                "a@@b.co",
                "a@b..co",
                ".a@b.co",
                "a.@b.co",
                "a..b@c.co",
                "a b@c.co",
                "a@b c.co",
                "\"a\"@b.co",
                "a@[127.0.0.1]",
                "a@-b.co",
                "a@b-.co",
                "é@b.co",
                "a@é.co",
                "a@b.co\nBcc: c@d.co",
                "a,b@c.co",
                "<a@b.co>",
                "a@b.co\u0000"
            })
    void anything_else_is_no_address(String written) {
        assertThatThrownBy(() -> new MailAddress(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lengths_are_bounded() {
        String domain = ("d".repeat(61) + ".").repeat(3) + "com";
        assertThat(new MailAddress("a".repeat(64) + "@" + domain).canonical()).hasSize(254);
        assertThatThrownBy(() -> new MailAddress("a".repeat(64) + "@d" + domain))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailAddress("a".repeat(65) + "@b.co"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MailAddress("a".repeat(100_000) + "@b.co"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void is_shown_masked_and_printed_masked() {
        MailAddress address = new MailAddress("alice@example.com");
        assertThat(address.masked()).isEqualTo("a***@example.com");
        assertThat(address.toString()).isEqualTo("a***@example.com");
    }
}
