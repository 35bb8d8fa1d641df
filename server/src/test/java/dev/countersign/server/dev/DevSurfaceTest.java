package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.value.Bytes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DevSurfaceTest {
    private static final Headers JSON = Headers.of("Host", "localhost", "Content-Type", "application/json");
    private final Developer developer = new Developer();

    @ParameterizedTest
    @ValueSource(strings = {"/dev", "/dev/", "/dev/world", "/dev/anything/at/all"})
    void serves_everything_below_dev(String path) {
        assertThat(developer.surface.serves(Developer.request("GET", path, JSON, Bytes.none())))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/developer", "/v1/dev", "/DEV"})
    void leaves_other_paths_to_others(String path) {
        assertThat(developer.surface.serves(Developer.request("GET", path, JSON, Bytes.none())))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dev",
                "/dev/",
                "/dev/nothing",
                "/dev/world/",
                "/dev/protection",
                "/dev/challenges",
                "/dev/snapshots/",
                "/dev/snapshots/a/b",
                "/dev/%77orld"
            })
    void answers_404_for_a_path_that_it_does_not_have(String path) {
        assertThat(Developer.problem(developer.get(path), 404)).contains("nothing is at " + path);
    }

    @Test
    void suggests_the_path_that_was_meant() {
        assertThat(Developer.problem(developer.get("/dev/wrold"), 404)).contains("did you mean \"/dev/world\"?");
    }

    @Test
    void says_which_methods_a_path_takes() {
        Response response = developer.ask("PATCH", "/dev/clock", "{}");

        assertThat(Developer.problem(response, 405)).isEqualTo("/dev/clock takes DELETE, GET, POST");
        assertThat(response.headers()).contains(Map.entry("Allow", "DELETE, GET, POST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "get", "TRACE", "", "POST"})
    void takes_no_other_method(String method) {
        assertThat(developer.ask(method, "/dev/world", "").status()).isEqualTo(405);
    }

    @Test
    void refuses_a_body_beyond_one_mebibyte() {
        Bytes body = Bytes.utf8("\"" + "x".repeat(DevSurface.MOST_BODY_BYTES) + "\"");
        Request kept = Developer.request("PUT", "/dev/faults", JSON, body);
        Request dropped = new Request("PUT", "/dev/faults", "", JSON, Bytes.none(), "127.0.0.1", true);

        assertThat(Developer.problem(developer.surface.answer(kept), 413)).contains("1048576 bytes");
        assertThat(Developer.problem(developer.surface.answer(dropped), 413)).contains("1048576 bytes");
    }

    @Test
    void refuses_a_body_where_it_would_be_ignored() {
        developer.ask("PUT", "/dev/faults", "{\"fail\":{\"drop\":true}}");
        Request request = Developer.request("DELETE", "/dev/faults", JSON, Bytes.utf8("{\"id\":\"fault-1\"}"));

        assertThat(Developer.problem(developer.surface.answer(request), 400)).contains("takes no body");
        assertThat(Developer.ok(developer.get("/dev/faults"))).contains("fault-1");
    }

    @Test
    void lets_nobody_keep_or_sniff_an_answer() {
        List<Map.Entry<String, String>> wanted =
                List.of(Map.entry("Cache-Control", "no-store"), Map.entry("X-Content-Type-Options", "nosniff"));

        assertThat(developer.get("/dev/world").headers()).containsAll(wanted);
        assertThat(developer.get("/dev/nothing").headers()).containsAll(wanted);
    }

    @Test
    void looks_at_the_guards_before_anything_else() {
        Request rebound =
                Developer.request("GET", "/dev/nothing", Headers.of("Host", "evil.example:7300"), Bytes.none());

        assertThat(developer.surface.answer(rebound).status()).isEqualTo(403);
    }
}
