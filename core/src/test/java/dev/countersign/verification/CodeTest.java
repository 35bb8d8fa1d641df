package dev.countersign.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CodeTest {
    private static final long SEED = 20270103;

    @Test
    void has_as_many_digits_as_asked_for_and_keeps_leading_zeros() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int digits = 4; digits <= 9; digits++) {
            for (int i = 0; i < 2_000; i++) {
                assertThat(Code.fresh(digits, random).secret().reveal()).matches("[0-9]{" + digits + "}");
            }
        }
    }

    /// Chi-square over a million codes in 1,000 bins of their first three digits, and the same of their last
    /// three: with 999 degrees of freedom, 1,143 is passed by chance once in a thousand.
    @Test
    void every_code_is_as_likely_as_any_other() {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] first = new int[1_000];
        int[] last = new int[1_000];
        for (int i = 0; i < 1_000_000; i++) {
            int code = Integer.parseInt(Code.fresh(6, random).secret().reveal());
            first[code / 1_000]++;
            last[code % 1_000]++;
        }
        assertThat(chiSquare(first)).as("first digits, seed %d", SEED).isLessThan(1_143);
        assertThat(chiSquare(last)).as("last digits, seed %d", SEED).isLessThan(1_143);
    }

    private static double chiSquare(int[] bins) {
        double expected = 1_000_000.0 / bins.length;
        double sum = 0;
        for (int bin : bins) {
            sum += (bin - expected) * (bin - expected) / expected;
        }
        return sum;
    }

    @Test
    void matches_its_equal_only() {
        assertThat(Code.of("012345").matches(Code.of("012345"))).isTrue();
        for (String other : new String[] {"12345", "0123456", "012346", "", "０12345"}) {
            assertThat(Code.of("012345").matches(Code.of(other))).isFalse();
        }
    }

    @Test
    void has_the_shape_that_was_asked_for() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (Alphabet alphabet : Alphabet.values()) {
            for (int length = 4; length <= 8; length++) {
                for (int i = 0; i < 200; i++) {
                    assertThat(Code.fresh(new CodeShape(length, alphabet), random)
                                    .secret()
                                    .reveal())
                            .as("seed %d", SEED)
                            .hasSize(length)
                            .matches("[" + alphabet.signs() + "]*");
                }
            }
        }
    }

    /// Chi-square over the signs of 100,000 codes, place by place: with 61 degrees of freedom, 100 is passed
    /// by chance once in a thousand.
    @Test
    void every_sign_is_as_likely_as_any_other_at_every_place() {
        String signs = Alphabet.DIGITS_AND_LETTERS.signs();
        SplittableRandom random = new SplittableRandom(SEED);
        int[][] places = new int[6][signs.length()];
        for (int i = 0; i < 100_000; i++) {
            String code = Code.fresh(new CodeShape(6, Alphabet.DIGITS_AND_LETTERS), random)
                    .secret()
                    .reveal();
            for (int place = 0; place < places.length; place++) {
                places[place][signs.indexOf(code.charAt(place))]++;
            }
        }
        for (int[] place : places) {
            double expected = 100_000.0 / signs.length();
            double sum = 0;
            for (int bin : place) {
                sum += (bin - expected) * (bin - expected) / expected;
            }
            assertThat(sum).as("seed %d", SEED).isLessThan(110);
        }
    }

    @Test
    void matches_in_any_case_only_where_that_was_said() {
        Code sent = Code.of("aB3xYz");
        assertThat(sent.matches(Code.of("Ab3XyZ"))).isFalse();
        assertThat(sent.matches(Code.inAnyCase("Ab3XyZ"))).isTrue();
        assertThat(Code.inAnyCase("Ab3XyZ").matches(sent)).isTrue();
        // Neither what stands beside the letters in ASCII nor what other alphabets call small is taken for a letter.
        for (String other : new String[] {"aB3xY", "aB3xYzz", "ab3xy[", "{B3xYz", "aB3xYƶ", ""}) {
            assertThat(sent.matches(Code.inAnyCase(other))).as(other).isFalse();
        }
        assertThat(Code.of("@[`{0").matches(Code.inAnyCase("`{@[0"))).isFalse();
        assertThat(Code.of("k").matches(Code.inAnyCase("\u212A")))
                .as("the Kelvin sign")
                .isFalse();
    }

    @Test
    void is_never_printed() {
        assertThat(Code.of("918273").toString()).doesNotContain("918273");
    }
}
