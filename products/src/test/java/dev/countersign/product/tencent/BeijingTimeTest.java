package dev.countersign.product.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeijingTimeTest {
    @Test
    void is_eight_hours_ahead_and_carries_no_zone() {
        assertThat(BeijingTime.of(Instant.parse("2026-12-31T16:00:01.999Z"))).isEqualTo("2027-01-01 00:00:01");
    }
}
