package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.destination.Channel;
import dev.countersign.destination.PhoneNumber;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResetAndSnapshotsTest {
    private static final String NUMBER = "{\"number\":\"85261234567\",\"code\":\"123456\"}";
    private final Developer developer = new Developer();

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void reset_brings_back_the_fresh_world(String body) {
        developer.ask("PUT", "/dev/principals", "{\"uin\":123}");
        developer.ask("PUT", "/dev/principals", "{\"uin\":100000000011,\"name\":\"mallory\",\"policy\":\"none\"}");
        developer.ask("PUT", "/dev/test-numbers", NUMBER);
        developer.ask("PUT", "/dev/faults", "{\"fail\":{\"drop\":true}}");
        developer.ask("POST", "/dev/clock", "{\"advance\":\"7d\"}");
        developer.receive(new PhoneNumber("852", "61234567"), Channel.SMS, "111111");

        assertThat(Developer.ok(developer.ask("POST", "/dev/reset", body)))
                .isEqualTo(Developer.ok(developer.get("/dev/world")));

        assertThat(developer.tenants.users).containsOnlyKeys(100_000_000_011L, 100_000_000_012L);
        assertThat(developer
                        .tenants
                        .principal(DevWorld.DEV, 100_000_000_011L)
                        .orElseThrow()
                        .name())
                .isEqualTo("alice");
        assertThat(Developer.ok(developer.get("/dev/messages"))).isEqualTo("[]");
        assertThat(Developer.ok(developer.get("/dev/test-numbers"))).isEqualTo("[]");
        assertThat(Developer.ok(developer.get("/dev/faults"))).isEqualTo("[]");
        assertThat(developer.clock.instant()).isEqualTo(Developer.NOW);
        assertThat(developer.worlds.forgotten).isPositive();
    }

    @Test
    void a_snapshot_brings_back_what_was_saved_with_its_clock() {
        AtomicInteger moved = new AtomicInteger();
        developer.ask("PUT", "/dev/test-numbers", NUMBER);
        developer.ask("POST", "/dev/clock", "{\"advance\":\"1d\"}");
        assertThat(Developer.ok(developer.ask("POST", "/dev/snapshots", ""))).isEqualTo("{\"id\":\"world-1\"}");
        developer.delete("/dev/test-numbers");
        developer.ask("POST", "/dev/clock", "{\"advance\":\"7d\"}");
        developer.ask("PUT", "/dev/faults", "{\"fail\":{\"drop\":true}}");
        developer.clock.whenMoved(moved::incrementAndGet);

        assertThat(Developer.ok(developer.ask("PUT", "/dev/snapshots/world-1", "")))
                .isEqualTo("{\"id\":\"world-1\"}");

        assertThat(Developer.ok(developer.get("/dev/test-numbers"))).contains("85261234567");
        assertThat(developer.clock.instant()).isEqualTo(Developer.NOW.plus(Duration.ofDays(1)));
        assertThat(Developer.ok(developer.get("/dev/faults"))).isEqualTo("[]");
        assertThat(developer.worlds.forgotten).isEqualTo(1);
        assertThat(moved).hasValue(1);
    }

    @Test
    void lists_snapshots_and_keeps_them_over_a_reset() {
        developer.ask("POST", "/dev/snapshots", "{}");
        developer.ask("POST", "/dev/reset", "{}");
        developer.ask("POST", "/dev/snapshots", "{}");

        assertThat(Developer.ok(developer.get("/dev/snapshots")))
                .isEqualTo("[{\"id\":\"world-2\",\"savedAt\":\"2026-11-22T10:00:00Z\"},"
                        + "{\"id\":\"world-1\",\"savedAt\":\"2026-11-22T10:00:00Z\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"world-9", "..", "%2e%2e", "world-1%00", "world_1"})
    void an_unknown_snapshot_changes_nothing(String id) {
        developer.ask("POST", "/dev/snapshots", "");
        developer.ask("POST", "/dev/clock", "{\"advance\":\"7d\"}");

        assertThat(Developer.problem(developer.ask("PUT", "/dev/snapshots/" + id, ""), 404))
                .contains("no snapshot has this id");
        assertThat(developer.clock.instant()).isEqualTo(Developer.NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void keeps_at_most_a_hundred_snapshots() {
        for (int i = 0; i < 100; i++) {
            Developer.ok(developer.ask("POST", "/dev/snapshots", ""));
        }

        assertThat(Developer.problem(developer.ask("POST", "/dev/snapshots", ""), 409))
                .contains("at most 100");
    }
}
