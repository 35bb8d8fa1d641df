package dev.countersign.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidsTest {
    private static final long SEED = 20270106;

    @Test
    void random_ones_are_of_version_4_and_the_standards_variant() {
        Random random = new Random(SEED);
        for (int i = 0; i < 1_000; i++) {
            UUID uuid = Uuids.random(random);
            assertThat(uuid.version()).isEqualTo(4);
            assertThat(uuid.variant()).isEqualTo(2);
        }
    }

    @Test
    void timed_ones_are_of_version_7_and_sort_by_time() {
        Random random = new Random(SEED);
        Instant at = Instant.parse("2027-01-01T00:00:00Z");
        String before = "";
        for (int i = 0; i < 1_000; i++) {
            UUID uuid = Uuids.timed(at.plusMillis(i), random);
            assertThat(uuid.version()).isEqualTo(7);
            assertThat(uuid.variant()).isEqualTo(2);
            assertThat(uuid.getMostSignificantBits() >>> 16)
                    .isEqualTo(at.plusMillis(i).toEpochMilli());
            assertThat(uuid.toString()).isGreaterThan(before);
            before = uuid.toString();
        }
    }

    @Test
    void the_same_randomness_makes_the_same_request_ids() {
        assertThat(RequestId.from(new Random(SEED)).get())
                .isEqualTo(RequestId.from(new Random(SEED)).get());
    }
}
