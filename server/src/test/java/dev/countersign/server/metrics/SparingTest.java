package dev.countersign.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparingTest {
    private long now = Long.MAX_VALUE - 20;
    private long cost;
    private long asked;

    private final Sparing sparing = new Sparing(
            () -> {
                now += cost;
                return ++asked;
            },
            () -> now);

    @Test
    void what_costs_nothing_is_asked_for_each_time() {
        assertThat(sparing.getAsLong()).isEqualTo(1);
        assertThat(sparing.getAsLong()).isEqualTo(2);
    }

    @Test
    void what_costs_something_stands_for_fifty_times_as_long() {
        cost = 100;
        assertThat(sparing.getAsLong()).isEqualTo(1);
        now += 4_999;
        assertThat(sparing.getAsLong()).isEqualTo(1);
        now += 1;
        assertThat(sparing.getAsLong()).isEqualTo(2);
    }
}
