package dev.countersign.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.segment.Segments.Encoding;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The limits of 3GPP TS 23.040: 160 and 153 septets, 70 and 67 units of 16 bits.
final class SegmentsTest {
    @Test
    void a_text_of_160_plain_characters_is_one_part() {
        Segments segments = Segments.of("a".repeat(160));
        assertThat(segments.encoding()).isEqualTo(Encoding.GSM7);
        assertThat(segments.count()).isEqualTo(1);
        assertThat(segments.units()).isEqualTo(160);
        assertThat(segments.perSegment()).isEqualTo(160);
    }

    @Test
    void one_character_more_makes_two_parts_of_153() {
        Segments segments = Segments.of("a".repeat(161));
        assertThat(segments.parts()).containsExactly("a".repeat(153), "a".repeat(8));
        assertThat(segments.perSegment()).isEqualTo(153);
    }

    @Test
    void three_parts_hold_459_characters_and_no_more() {
        assertThat(Segments.of("a".repeat(306)).count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(459)).count()).isEqualTo(3);
        assertThat(Segments.of("a".repeat(460)).count()).isEqualTo(4);
    }

    @Test
    void a_character_of_the_extension_table_counts_twice() {
        assertThat(Segments.of("€".repeat(80)).count()).isEqualTo(1);
        assertThat(Segments.of("€".repeat(80)).units()).isEqualTo(160);
        assertThat(Segments.of("€".repeat(81)).count()).isEqualTo(2);
    }

    @Test
    void an_escape_is_never_parted_from_what_it_escapes() {
        String text = "a".repeat(152) + "€" + "b".repeat(20);
        assertThat(Segments.of(text).parts()).containsExactly("a".repeat(152), "€" + "b".repeat(20));
    }

    @Test
    void a_text_with_one_other_letter_is_ucs2_of_70() {
        assertThat(Segments.of("验".repeat(70)).count()).isEqualTo(1);
        Segments longer = Segments.of("a".repeat(70) + "验");
        assertThat(longer.encoding()).isEqualTo(Encoding.UCS2);
        assertThat(longer.parts()).containsExactly("a".repeat(67), "aaa验");
        assertThat(longer.perSegment()).isEqualTo(67);
    }

    @Test
    void the_halves_of_a_surrogate_pair_stay_together() {
        String text = "验".repeat(66) + "😀" + "验".repeat(10);
        assertThat(Segments.of(text).parts()).containsExactly("验".repeat(66), "😀" + "验".repeat(10));
    }

    @Test
    void an_empty_text_is_one_part() {
        assertThat(Segments.of("")).isEqualTo(new Segments(Encoding.GSM7, List.of(""), 0));
    }

    @Test
    void a_plain_text_may_be_cut_as_ucs2() {
        assertThat(Segments.of("a".repeat(71), Encoding.UCS2).count()).isEqualTo(2);
    }

    @Test
    void a_letter_that_the_alphabet_lacks_is_refused() {
        assertThatThrownBy(() -> Segments.of("验", Encoding.GSM7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_does_not_print_the_text() {
        assertThat(Segments.of("Your code is 123456")).hasToString("Segments(1 of GSM7)");
    }
}
