package dev.countersign.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.value.Bytes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SealsTest {
    private static final long SEED = 20270104;
    private static final Instant NOW = Instant.parse("2027-01-01T23:59:59Z");
    private static final Place PLACE = new Place(1, "verification", "code", "row-1");

    private final SecureRandom random = new SecureRandom();
    private final DataKeys keys = DataKeys.generate(random);
    private final Seals seals = new Seals(keys, () -> NOW, random);

    private void closed(Seals by, Place place, Bytes sealed) {
        assertThatThrownBy(() -> by.open(place, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("123456");
    }

    @Test
    void what_is_sealed_opens_at_its_place() {
        for (String text : List.of("", "123456", "+852 61234567", "验证码 😀", "x".repeat(100_000))) {
            assertThat(seals.open(PLACE, seals.seal(PLACE, text))).isEqualTo(text);
        }
    }

    @Test
    void a_value_copied_to_another_tenant_table_column_or_row_does_not_open() {
        Bytes sealed = seals.seal(PLACE, "123456");
        for (Place other : List.of(
                new Place(2, "verification", "code", "row-1"),
                new Place(1, "message", "code", "row-1"),
                new Place(1, "verification", "destination", "row-1"),
                new Place(1, "verification", "code", "row-2"))) {
            closed(seals, other, sealed);
        }
    }

    @Test
    void a_value_does_not_open_under_other_keys() {
        closed(new Seals(DataKeys.generate(random), () -> NOW, random), PLACE, seals.seal(PLACE, "123456"));
    }

    @Test
    void any_flipped_bit_is_noticed() {
        Random flips = new Random(SEED);
        Bytes sealed = seals.seal(PLACE, "123456");
        for (int i = 0; i < sealed.length(); i++) {
            byte[] bent = sealed.toArray();
            bent[i] = (byte) (bent[i] ^ (1 << flips.nextInt(8)));
            closed(seals, PLACE, Bytes.of(bent));
        }
    }

    @Test
    void a_cut_value_does_not_open() {
        byte[] sealed = seals.seal(PLACE, "123456").toArray();
        for (int length = 0; length < sealed.length; length++) {
            closed(seals, PLACE, Bytes.of(java.util.Arrays.copyOf(sealed, length)));
        }
    }

    @Test
    void equal_texts_are_sealed_differently() {
        Set<Bytes> all = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            all.add(seals.seal(PLACE, "123456"));
        }
        assertThat(all).hasSize(1_000);
    }

    @Test
    void a_value_opens_on_every_later_day() {
        Bytes sealed = seals.seal(PLACE, "123456");
        for (int days = 1; days < 200; days++) {
            Instant later = NOW.plus(Duration.ofDays(days));
            Seals then = new Seals(keys, () -> later, random);
            then.seal(PLACE, "fills the kept days");
            assertThat(then.open(PLACE, sealed)).isEqualTo("123456");
        }
    }

    @Test
    void the_format_and_the_day_stand_before_the_ciphertext() {
        byte[] sealed = seals.seal(PLACE, "").toArray();
        assertThat(sealed).hasSize(1 + 4 + 12 + 16);
        assertThat(sealed[0]).isEqualTo((byte) 1);
        assertThat(java.nio.ByteBuffer.wrap(sealed, 1, 4).getInt()).isEqualTo(20_819);
    }

    @Test
    void a_lookup_finds_equal_texts_of_one_kind_and_needs_the_key() {
        assertThat(seals.lookup("destination", "+852 61234567"))
                .isEqualTo(seals.lookup("destination", "+852 61234567"))
                .isNotEqualTo(seals.lookup("destination", "+852 61234568"))
                .isNotEqualTo(seals.lookup("mail", "+852 61234567"))
                .isNotEqualTo(
                        new Seals(DataKeys.generate(random), () -> NOW, random).lookup("destination", "+852 61234567"));
    }
}
