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
    void is_never_printed() {
        assertThat(Code.of("918273").toString()).doesNotContain("918273");
    }
}
