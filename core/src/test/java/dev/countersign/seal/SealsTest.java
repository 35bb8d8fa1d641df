package dev.countersign.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A sealed value opens where it was sealed, with the key that sealed it, and nowhere else.
final class SealsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Place HERE = new Place(100000000001L, "verifications", "code", "v1");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DataKeys KEYS = DataKeys.generate(RANDOM);

    private final Seals seals = at(NOON);

    private static Seals at(Instant now) {
        return new Seals(KEYS, () -> now, RANDOM);
    }

    @Test
    void a_text_comes_back_as_it_was() {
        assertThat(seals.open(HERE, seals.seal(HERE, "024680"))).isEqualTo("024680");
        assertThat(seals.open(HERE, seals.seal(HERE, ""))).isEmpty();
        assertThat(seals.open(HERE, seals.seal(HERE, "验证码 ✓"))).isEqualTo("验证码 ✓");
    }

    static Stream<Place> other_places() {
        return Stream.of(
                new Place(100000000002L, HERE.table(), HERE.column(), HERE.row()),
                new Place(HERE.tenant(), "messages", HERE.column(), HERE.row()),
                new Place(HERE.tenant(), HERE.table(), "destination", HERE.row()),
                new Place(HERE.tenant(), HERE.table(), HERE.column(), "v2"));
    }

    @ParameterizedTest
    @MethodSource("other_places")
    void a_value_that_was_copied_elsewhere_does_not_open(Place elsewhere) {
        Bytes sealed = seals.seal(HERE, "024680");
        assertThatThrownBy(() -> seals.open(elsewhere, sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void another_installation_opens_and_finds_nothing() {
        Seals others = new Seals(DataKeys.generate(RANDOM), () -> NOON, RANDOM);
        Bytes sealed = seals.seal(HERE, "024680");
        assertThatThrownBy(() -> others.open(HERE, sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(others.lookup("destination", "85261234567"))
                .isNotEqualTo(seals.lookup("destination", "85261234567"));
    }

    @Test
    void a_value_opens_on_any_later_day() {
        Bytes sealed = seals.seal(HERE, "024680");
        assertThat(at(NOON.plus(Duration.ofDays(400))).open(HERE, sealed)).isEqualTo("024680");
    }

    @Test
    void the_key_of_a_day_is_not_the_key_of_the_next() {
        byte[] sealed = seals.seal(HERE, "024680").toArray();
        sealed[4]++;
        assertThatThrownBy(() -> seals.open(HERE, Bytes.of(sealed))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_changed_byte_anywhere_does_not_open() {
        byte[] sealed = seals.seal(HERE, "024680").toArray();
        long seed = RANDOM.nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            assertThatThrownBy(() -> seals.open(HERE, Bytes.of(changed)))
                    .as("byte %d, seed %d", i, seed)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_cut_value_does_not_open() {
        byte[] sealed = seals.seal(HERE, "024680").toArray();
        for (int length = 0; length < sealed.length; length++) {
            Bytes cut = Bytes.of(java.util.Arrays.copyOf(sealed, length));
            assertThatThrownBy(() -> seals.open(HERE, cut))
                    .as("%d bytes", length)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void the_same_text_is_sealed_differently_each_time_and_is_never_in_clear() {
        Bytes one = seals.seal(HERE, "85261234567");
        assertThat(one).isNotEqualTo(seals.seal(HERE, "85261234567"));
        assertThat(new String(one.toArray(), StandardCharsets.ISO_8859_1)).doesNotContain("61234567");
    }

    @Test
    void a_lookup_finds_the_same_text_of_the_same_kind_only() {
        Bytes lookup = seals.lookup("destination", "85261234567");
        assertThat(lookup).isEqualTo(seals.lookup("destination", "85261234567"));
        assertThat(lookup).isNotEqualTo(seals.lookup("mail", "85261234567"));
        assertThat(lookup).isNotEqualTo(seals.lookup("destination", "85261234568"));
    }
}
