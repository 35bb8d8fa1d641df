package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is sent to whichever call: a 4xx that says why, and nothing is changed.
final class BadInputTest {
    private static final Headers JSON = Headers.of("Host", "localhost", "Content-Type", "application/json");
    private static final Map<String, List<String>> WRITES = Map.of(
            "PUT",
            List.of(
                    "/dev/principals",
                    "/dev/customers/200000000007",
                    "/dev/faults",
                    "/dev/test-numbers",
                    "/dev/snapshots/world-1"),
            "POST",
            List.of("/dev/clock", "/dev/reset", "/dev/snapshots"));
    private static final Map<String, String> BROKEN = Map.ofEntries(
            Map.entry("{", "not JSON"),
            Map.entry("{\"uin\":1,", "not JSON"),
            Map.entry("\u0000\u0001\u0002", "not JSON"),
            Map.entry("{\"uin\":NaN}", "not JSON"),
            Map.entry("{\"uin\":01}", "not JSON"),
            Map.entry("{'uin':1}", "not JSON"),
            Map.entry("{} {}", "not JSON"),
            Map.entry("{\"a\":1,\"a\":1}", "stands twice"),
            Map.entry("{\"match\":{\"to\":\"1\",\"to\":\"2\"}}", "stands twice"),
            Map.entry("[".repeat(100_000), "nested too deeply"),
            Map.entry("{\"a\":".repeat(50) + "1" + "}".repeat(50), "nested too deeply"),
            Map.entry("[" + "0,".repeat(100_001) + "0]", "holds too much"),
            Map.entry("null", "must be a JSON object"),
            Map.entry("7", "must be a JSON object"),
            Map.entry("\"text\"", "must be a JSON object"),
            Map.entry("[[]]", "must be a JSON object"),
            Map.entry("{\"\":1}", "unknown member"),
            Map.entry("{\"\\ud800\":1}", "not JSON"),
            Map.entry("{\"" + "x".repeat(1000) + "\":1}", "unknown member"));

    private final Developer developer = new Developer();

    private static Stream<Arguments> brokenWrites() {
        return WRITES.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .flatMap(path -> BROKEN.entrySet().stream()
                                .map(broken -> Arguments.of(
                                        entry.getKey(), path, Bytes.utf8(broken.getKey()), broken.getValue()))));
    }

    @ParameterizedTest
    @MethodSource("brokenWrites")
    void a_broken_body_is_refused_with_a_reason(String method, String path, Bytes body, String reason) {
        Response response = developer.surface.answer(Developer.request(method, path, JSON, body));

        assertThat(Developer.problem(response, 400)).contains(reason);
        assertUnchanged();
    }

    @Test
    void a_body_that_is_not_utf8_is_refused() {
        WRITES.forEach((method, paths) -> paths.forEach(path -> {
            Bytes body = Bytes.hex("7b22c328223a317d");
            Response response = developer.surface.answer(Developer.request(method, path, JSON, body));
            assertThat(Developer.problem(response, 400)).contains("UTF-8");
        }));
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/principals", "/dev/faults", "/dev/test-numbers", "/dev/customers/200000000007"})
    void a_missing_body_is_refused(String path) {
        assertThat(Developer.problem(developer.ask("PUT", path, ""), 400)).contains("needs a JSON body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev/world?x=1",
                "/dev/clock?now=1",
                "/dev/faults?id=fault-1",
                "/dev/test-numbers?number=85261234567",
                "/dev/snapshots?id=1",
                "/dev/messages?too=85261234567",
                "/dev/messages?to=85261234567&to=85261234567",
                "/dev/messages?to=%zz",
                "/dev/messages?to=%4",
                "/dev/messages?to=%c3%28",
                "/dev/messages?%ff=1",
                "/dev/messages?to=abc",
                "/dev/messages?to=%2B",
                "/dev/messages?to=852-61234567",
                "/dev/messages?to=@",
                "/dev/messages?to=123456789012345678901234567890123456",
                "/dev/messages?channel=SMS",
                "/dev/messages?channel=pigeon",
                "/dev/messages?after=unknown",
                "/dev/messages?wait=61s",
                "/dev/messages?wait=10",
                "/dev/messages?wait=-1s",
                "/dev/messages?wait=999999999999d",
                "/dev/messages?limit=0",
                "/dev/messages?limit=1001",
                "/dev/messages?limit=-1",
                "/dev/messages?limit=1e2",
                "/dev/messages?limit=\u0661"
            })
    void a_bad_query_is_refused_with_a_reason(String target) {
        assertThat(Developer.problem(developer.get(target), 400)).isNotBlank();
    }

    @Test
    void a_write_takes_no_query() {
        assertThat(Developer.problem(developer.ask("POST", "/dev/clock?advance=1s", "{\"advance\":\"1s\"}"), 400))
                .contains("unknown query parameter \"advance\"");
        assertThat(Developer.problem(developer.ask("POST", "/dev/reset?dry=1", ""), 400))
                .contains("this call has none");
        assertThat(Developer.problem(developer.delete("/dev/messages?to=85261234567"), 400))
                .contains("this call has none");
    }

    @Test
    void a_bad_query_says_what_was_meant() {
        assertThat(Developer.problem(developer.get("/dev/messages?too=1"), 400)).contains("did you mean \"to\"?");
        assertThat(Developer.problem(developer.get("/dev/messages?channel=smss"), 400))
                .contains("did you mean \"sms\"?");
        assertThat(Developer.problem(developer.get("/dev/messages?channel=pigeon"), 400))
                .contains("there is sms, voice, email");
    }

    /// Bytes from a seeded generator, half of them cut or spoilt forms of good bodies.
    @ParameterizedTest
    @ValueSource(longs = {1, 20261122, 77})
    void no_bytes_at_all_lead_to_a_fault(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> good = List.of(
                "{\"uin\":123,\"name\":\"x\",\"phone\":\"85261234567\",\"wechat\":true}",
                "{\"match\":{\"action\":\"SendVerifyCode\"},\"fail\":{\"delay\":\"2s\"},\"times\":1}",
                "{\"number\":\"85261234567\",\"code\":\"123456\",\"until\":\"2027-01-01T00:00:00Z\"}",
                "{\"advance\":\"60s\"}",
                "{\"verified\":true}");
        for (int i = 0; i < 2000; i++) {
            byte[] body = Bytes.utf8(good.get(random.nextInt(good.size()))).toArray();
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            Bytes sent = Bytes.of(java.util.Arrays.copyOf(body, random.nextInt(body.length) + 1));
            WRITES.forEach((method, paths) -> paths.forEach(path -> {
                int status = developer
                        .surface
                        .answer(Developer.request(method, path, JSON, sent))
                        .status();
                assertThat(status)
                        .as("seed %d: %s %s %s", seed, method, path, sent.toHex())
                        .isIn(200, 400, 404, 409);
            }));
        }
    }

    private void assertUnchanged() {
        assertThat(developer.tenants.users).hasSize(2);
        assertThat(developer.numbers.all(Developer.NOW)).isEmpty();
        assertThat(developer.offset.millis).isZero();
        assertThat(developer.worlds.forgotten).isZero();
        assertThat(developer.worlds.all()).isEmpty();
        assertThat(Developer.ok(developer.get("/dev/faults"))).isEqualTo("[]");
    }
}
