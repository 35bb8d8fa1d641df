package dev.countersign.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.value.Bytes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TotpSecretTest {
    /// The secret of the tables in RFC 4226, appendix D, and RFC 6238, appendix B: the ASCII digits.
    private static final TotpSecret RFC = TotpSecret.of(Base32.write(Bytes.utf8("12345678901234567890")));

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void the_vectors_of_rfc_4226_come_out() {
        List<String> appendixD = List.of(
                "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489");
        for (int counter = 0; counter < appendixD.size(); counter++) {
            assertThat(RFC.code(counter)).isEqualTo(appendixD.get(counter));
        }
    }

    @Test
    void the_vectors_of_rfc_6238_come_out() {
        // Its table has eight digits; six are the last six of them.
        Map<Long, String> appendixB = Map.of(
                59L, "94287082",
                1_111_111_109L, "07081804",
                1_111_111_111L, "14050471",
                1_234_567_890L, "89005924",
                2_000_000_000L, "69279037",
                20_000_000_000L, "65353130");
        appendixB.forEach((seconds, eight) -> assertThat(RFC.code(TotpSecret.step(Instant.ofEpochSecond(seconds))))
                .isEqualTo(eight.substring(2)));
    }

    @Test
    void a_code_is_accepted_one_step_early_and_one_late_and_no_further() {
        long step = TotpSecret.step(NOW);
        for (long off = -1; off <= 1; off++) {
            assertThat(RFC.accepts(RFC.code(step + off), NOW, -1)).hasValue(step + off);
        }
        assertThat(RFC.accepts(RFC.code(step - 2), NOW, -1)).isEmpty();
        assertThat(RFC.accepts(RFC.code(step + 2), NOW, -1)).isEmpty();
    }

    @Test
    void neither_the_last_step_nor_an_older_one_is_accepted_again() {
        long step = TotpSecret.step(NOW);
        assertThat(RFC.accepts(RFC.code(step), NOW, step)).isEmpty();
        assertThat(RFC.accepts(RFC.code(step - 1), NOW, step)).isEmpty();
        assertThat(RFC.accepts(RFC.code(step + 1), NOW, step)).hasValue(step + 1);
        assertThat(TotpSecret.live(NOW, step)).isTrue();
        assertThat(TotpSecret.live(NOW, step + 1)).isFalse();
    }

    @Test
    void what_is_no_code_is_not_accepted() {
        for (String text : List.of("", "12345", "1234567", "abcdef", "１２３４５６", " 123456")) {
            assertThat(RFC.accepts(text, NOW, -1)).isEmpty();
        }
    }

    @Test
    void a_fresh_secret_has_160_bits_and_is_never_the_same() {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 100; n++) {
            String base32 = TotpSecret.fresh(new SecureRandom()).base32().reveal();
            assertThat(Base32.read(base32).length()).isEqualTo(20);
            assertThat(seen.add(base32)).isTrue();
        }
    }

    @Test
    void a_secret_is_never_printed() {
        assertThat(RFC.toString()).doesNotContain(RFC.base32().reveal());
        assertThat(RFC.uri("alice").toString()).doesNotContain(RFC.base32().reveal());
    }

    @Test
    void a_given_secret_may_be_written_in_any_way_but_not_be_short() {
        assertThat(TotpSecret.of("gezd gnbv gy3t qojq gezd gnbv gy3t qojq")).isEqualTo(RFC);
        assertThatThrownBy(() -> TotpSecret.of("GEZDGNBVGY3TQOJQ")).hasMessageContaining("128 bits");
        assertThatThrownBy(() -> TotpSecret.of("GEZDGNBVGY3TQOJQ0189")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_link_names_issuer_person_and_secret() {
        assertThat(RFC.uri("ann & bob/王").reveal())
                .isEqualTo(
                        "otpauth://totp/Countersign:ann%20%26%20bob%2F%E7%8E%8B?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=Countersign");
    }

    @Test
    void the_vectors_of_rfc_4648_come_out_without_padding() {
        Map<String, String> vectors = Map.of(
                "",
                "",
                "f",
                "MY",
                "fo",
                "MZXQ",
                "foo",
                "MZXW6",
                "foob",
                "MZXW6YQ",
                "fooba",
                "MZXW6YTB",
                "foobar",
                "MZXW6YTBOI");
        vectors.forEach((clear, base32) -> {
            assertThat(Base32.write(Bytes.utf8(clear))).isEqualTo(base32);
            assertThat(Base32.read(base32)).isEqualTo(Bytes.utf8(clear));
        });
    }

    @Test
    void what_is_written_is_read_back() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int n = 0; n < 2_000; n++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(Base32.read(Base32.write(Bytes.of(bytes))))
                    .as("seed %d", seed)
                    .isEqualTo(Bytes.of(bytes));
        }
    }
}
