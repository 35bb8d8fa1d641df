package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClockCallTest {
    private final Developer developer = new Developer();

    @Test
    void reads_the_real_time_at_first() {
        assertThat(Developer.ok(developer.get("/dev/clock")))
                .isEqualTo("{\"now\":\"2026-11-22T10:00:00Z\",\"offsetMillis\":0}");
    }

    @ParameterizedTest
    @CsvSource({
        "500ms, 2026-11-22T10:00:00.500Z, 500",
        "60s, 2026-11-22T10:01:00Z, 60000",
        "11m, 2026-11-22T10:11:00Z, 660000",
        "24h, 2026-11-23T10:00:00Z, 86400000",
        "7d, 2026-11-29T10:00:00Z, 604800000",
        "1h30m, 2026-11-22T11:30:00Z, 5400000",
        "0s, 2026-11-22T10:00:00Z, 0"
    })
    void advances_by_a_span(String span, String now, long offset) {
        assertThat(Developer.ok(move("{\"advance\":\"" + span + "\"}")))
                .isEqualTo("{\"now\":\"" + now + "\",\"offsetMillis\":" + offset + "}");
    }

    @Test
    void advances_add_up_and_delete_ends_them() {
        move("{\"advance\":\"1d\"}");
        move("{\"advance\":\"1d\"}");
        assertThat(developer.clock.instant()).isEqualTo(Developer.NOW.plus(Duration.ofDays(2)));

        assertThat(Developer.ok(developer.delete("/dev/clock"))).contains("\"offsetMillis\":0");
        assertThat(developer.clock.instant()).isEqualTo(Developer.NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-01T00:00:00Z, 2027-01-01T00:00:00Z",
        "2000-01-01T00:00:00Z, 2000-01-01T00:00:00Z",
        "2200-12-31T23:59:59Z, 2200-12-31T23:59:59Z",
        "2027-01-01T08:00:00+08:00, 2027-01-01T00:00:00Z",
        "2026-11-22T09:00:00.250Z, 2026-11-22T09:00:00.250Z"
    })
    void is_set_to_any_time_forward_or_back(String set, Instant reads) {
        Developer.ok(move("{\"set\":\"" + set + "\"}"));

        assertThat(developer.clock.instant()).isEqualTo(reads);
    }

    @Test
    void never_reads_an_earlier_time_than_it_was_set_to() {
        Instant real = Developer.NOW.plusNanos(123_456);
        VirtualClock clock = new VirtualClock(() -> real, developer.offset);
        Instant wanted = Instant.parse("2027-01-01T00:00:00Z");

        clock.set(wanted);

        assertThat(clock.instant()).isBetween(wanted, wanted.plusNanos(999_999));
    }

    @Test
    void goes_on_ticking() {
        Instant[] real = {Developer.NOW};
        VirtualClock clock = new VirtualClock(() -> real[0], developer.offset);
        clock.advance(Duration.ofHours(1));

        real[0] = Developer.NOW.plusSeconds(5);

        assertThat(clock.instant()).isEqualTo(Developer.NOW.plusSeconds(3605));
    }

    @Test
    void goes_on_where_it_was_after_a_restart() {
        move("{\"advance\":\"7d\"}");

        VirtualClock restarted = new VirtualClock(() -> Developer.NOW, developer.offset);

        assertThat(restarted.instant()).isEqualTo(Developer.NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void tells_who_listens_after_each_move() {
        AtomicInteger told = new AtomicInteger();
        developer.clock.whenMoved(() -> {
            told.incrementAndGet();
            assertThat(developer.clock.offsetMillis()).isEqualTo(developer.offset.millis);
        });

        move("{\"advance\":\"60s\"}");
        move("{\"set\":\"2027-01-01T00:00:00Z\"}");
        developer.delete("/dev/clock");
        developer.get("/dev/clock");

        assertThat(told).hasValue(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"advance\":\"-60s\"} | it can't be negative",
                "{\"advance\":\"\"} | must be a span of time",
                "{\"advance\":\"60\"} | must be a span of time",
                "{\"advance\":\"1.5h\"} | must be a span of time",
                "{\"advance\":\"30m1h\"} | must be a span of time",
                "{\"advance\":\"1h 30m\"} | must be a span of time",
                "{\"advance\":\"60S\"} | must be a span of time",
                "{\"advance\":60} | must be a text",
                "{\"advance\":\"200000d\"} | within the years 2000 to 2200",
                "{\"advance\":\"999999999999d\"} | within the years 2000 to 2200",
                "{\"set\":\"1999-12-31T23:59:59Z\"} | in the years 2000 to 2200",
                "{\"set\":\"2201-01-01T00:00:00Z\"} | in the years 2000 to 2200",
                "{\"set\":\"2000-01-01T00:00:00+14:00\"} | within the years 2000 to 2200",
                "{\"set\":\"2027-01-01\"} | must be a time like",
                "{\"set\":\"tomorrow\"} | must be a time like",
                "{\"set\":1798761600} | must be a text",
                "{\"set\":\"2027-02-30T00:00:00Z\"} | must be a time like",
                "{} | give either",
                "{\"advance\":null} | give either",
                "{\"advance\":\"1s\",\"set\":\"2027-01-01T00:00:00Z\"} | not both",
                "{\"advnce\":\"1s\"} | did you mean \"advance\"?"
            })
    void refuses_any_other_move_and_stays(String body, String reason) {
        move("{\"advance\":\"1d\"}");

        assertThat(Developer.problem(move(body), 400)).contains(reason);
        assertThat(developer.offset.millis).isEqualTo(86_400_000);
    }

    private dev.countersign.gateway.wire.Response move(String body) {
        return developer.ask("POST", "/dev/clock", body);
    }
}
