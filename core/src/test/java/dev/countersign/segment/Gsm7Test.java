package dev.countersign.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// The tables of 3GPP TS 23.038, 6.2.1 and 6.2.1.1, at the places where tables get them wrong.
final class Gsm7Test {
    @Test
    void the_default_table_stands_where_the_standard_has_it() {
        assertThat(Gsm7.encode("@£$¥èéùìòÇ\nØø\rÅå").orElseThrow())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        assertThat(Gsm7.encode("Δ_ΦΓΛΩΠΨΣΘΞ").orElseThrow())
                .containsExactly(0x10, 0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18, 0x19, 0x1a);
        assertThat(Gsm7.encode("ÆæßÉ !\"#¤%").orElseThrow())
                .containsExactly(0x1c, 0x1d, 0x1e, 0x1f, 0x20, 0x21, 0x22, 0x23, 0x24, 0x25);
        assertThat(Gsm7.encode("?¡AZÄÖÑÜ§¿azäöñüà").orElseThrow())
                .containsExactly(
                        0x3f, 0x40, 0x41, 0x5a, 0x5b, 0x5c, 0x5d, 0x5e, 0x5f, 0x60, 0x61, 0x7a, 0x7b, 0x7c, 0x7d, 0x7e,
                        0x7f);
    }

    @Test
    void the_extension_table_is_escaped() {
        assertThat(Gsm7.encode("\f^{}\\[~]|€").orElseThrow())
                .containsExactly(
                        0x1b, 0x0a, 0x1b, 0x14, 0x1b, 0x28, 0x1b, 0x29, 0x1b, 0x2f, 0x1b, 0x3c, 0x1b, 0x3d, 0x1b, 0x3e,
                        0x1b, 0x40, 0x1b, 0x65);
    }

    @Test
    void digits_and_ascii_letters_are_their_own_octets() {
        String text = "Your code is 0123456789";
        assertThat(new String(Gsm7.encode(text).orElseThrow(), StandardCharsets.US_ASCII))
                .isEqualTo(text);
    }

    @Test
    void other_letters_have_no_septet() {
        for (String other : new String[] {"验", "`", "ç", "á", "’", "\t", "\uffff", "\u001b", "😀", "\u00a0"}) {
            assertThat(Gsm7.encode(other)).as(other).isEmpty();
            assertThat(Gsm7.septets(other.codePointAt(0))).as(other).isZero();
        }
    }

    @Test
    void an_unknown_escape_is_read_as_a_phone_reads_it() {
        assertThat(Gsm7.decode(new byte[] {0x1b, 0x41})).isEqualTo("A");
        assertThat(Gsm7.decode(new byte[] {0x41, 0x1b})).isEqualTo("A ");
        assertThat(Gsm7.decode(new byte[] {0x1b, 0x1b, 0x65})).isEqualTo(" €");
        assertThat(Gsm7.decode(new byte[] {(byte) 0xc1})).isEqualTo("A");
    }
}
