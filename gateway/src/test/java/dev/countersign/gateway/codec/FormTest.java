package dev.countersign.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.refusal.CallRefusal.Malformed;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FormTest {
    @Test
    void reads_a_plus_and_an_encoded_blank_alike() {
        assertThat(Form.read("T=mfa+a%2Bb%26c%3Dd%27%28x%29*%7E")).containsExactly(new Pair("T", "mfa a+b&c=d'(x)*~"));
        assertThat(Form.read("T=mfa%20a%2Bb%26c%3Dd'(x)*")).containsExactly(new Pair("T", "mfa a+b&c=d'(x)*"));
    }

    @Test
    void reads_utf8_encoded_or_raw() {
        assertThat(Form.read("N=%E6%9C%AA")).containsExactly(new Pair("N", "未"));
        assertThat(Form.read("N=未")).containsExactly(new Pair("N", "未"));
        assertThat(Form.read(Bytes.utf8("N=未"))).containsExactly(new Pair("N", "未"));
    }

    @Test
    void keeps_order_and_everything_behind_the_first_equals_sign() {
        assertThat(Form.read("B=1=2=&A=")).containsExactly(new Pair("B", "1=2="), new Pair("A", ""));
    }

    @Test
    void an_empty_text_has_no_pairs() {
        assertThat(Form.read("")).isEmpty();
    }

    @Test
    void refuses_a_pair_without_equals_sign() {
        assertRefused("A=1&B", Malformation.PAIR_NOT_SPLIT, "");
        assertRefused("A=1&", Malformation.PAIR_NOT_SPLIT, "");
        assertRefused("&A=1", Malformation.PAIR_NOT_SPLIT, "");
        assertRefused("A=1&&B=2", Malformation.PAIR_NOT_SPLIT, "");
    }

    @Test
    void refuses_an_empty_name() {
        assertRefused("=1", Malformation.EMPTY_NAME, "");
    }

    @Test
    void refuses_a_name_that_stands_twice() {
        assertRefused("A=1&A=1", Malformation.REPEATED, "A");
        assertRefused("A=1&%41=2", Malformation.REPEATED, "A");
    }

    @Test
    void refuses_broken_percent_encoding() {
        assertRefused("A=%", Malformation.BAD_ENCODING, "A");
        assertRefused("A=%4", Malformation.BAD_ENCODING, "A");
        assertRefused("A=%4&B=1", Malformation.BAD_ENCODING, "A");
        assertRefused("A=%GG", Malformation.BAD_ENCODING, "A");
        assertRefused("%zz=1", Malformation.BAD_ENCODING, "");
    }

    @Test
    void refuses_broken_utf8() {
        assertRefused("A=%FF", Malformation.BAD_ENCODING, "A");
        assertRefused("A=%C0%AF", Malformation.BAD_ENCODING, "A");
        assertRefused("A=%ED%A0%80", Malformation.BAD_ENCODING, "A");
        assertRefused("A=\uD800", Malformation.BAD_ENCODING, "");
    }

    @Test
    void refuses_more_than_ten_thousand_pairs() {
        assertThat(Form.read(pairs(10_000))).hasSize(10_000);
        assertRefused(pairs(10_001), Malformation.TOO_DEEP_OR_MANY, "");
    }

    @Test
    void refuses_a_name_beyond_1024_characters() {
        assertThat(Form.read("x".repeat(1024) + "=1")).hasSize(1);
        assertRefused("x".repeat(1025) + "=1", Malformation.TOO_DEEP_OR_MANY, "");
    }

    @Test
    void encodes_all_but_the_unreserved_characters() {
        assertThat(Form.write(List.of(new Pair("A.0", "a b+c&d=é*~_-."))))
                .isEqualTo("A.0=a%20b%2Bc%26d%3D%C3%A9%2A~_-.");
    }

    private static String pairs(int count) {
        return IntStream.range(0, count).mapToObj(i -> "p" + i + "=").collect(Collectors.joining("&"));
    }

    private static void assertRefused(String form, Malformation kind, String subject) {
        assertThatThrownBy(() -> Form.read(form))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(new Malformed(kind, subject)));
    }
}
