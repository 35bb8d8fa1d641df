package dev.countersign.server.dev;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.dev.exchange.Problem;
import dev.countersign.server.http.Site;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GuardsTest {
    private static final int PASSES = 0;
    private static final Guards LOOPBACK = Guards.loopback();
    private static final Guards TOKEN = Guards.token(Secret.of("dev-token-0123456789"));

    private static int status(Guards guards, String method, String... headers) {
        return refusal(guards, method, Bytes.none(), headers)
                .map(Problem::status)
                .orElse(PASSES);
    }

    private static Optional<Problem> refusal(Guards guards, String method, Bytes body, String... headers) {
        return guards.refuse(Developer.request(method, "/dev/clock", Headers.of(headers), body));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:7300",
                "localhost",
                "localhost:1",
                "LocalHost:65535",
                "[::1]",
                "[::1]:7300",
                " localhost "
            })
    void a_host_of_this_machine_passes(String host) {
        assertThat(status(LOOPBACK, "GET", "Host", host)).isEqualTo(PASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:7300",
                "localhost.evil.example",
                "127.0.0.1.evil.example:7300",
                "127.0.0.1@evil.example",
                "evil.example/localhost",
                "localhost.",
                "localhost:port",
                "localhost:123456",
                "localhost:",
                "127.0.0.2",
                "127.1",
                "0.0.0.0:7300",
                "2130706433",
                "::1",
                "[::1",
                "[::2]",
                "[::ffff:127.0.0.1]",
                "http://localhost",
                "localhost, evil.example",
                "loc\u0430lhost",
                "",
                " "
            })
    void a_rebound_dns_name_is_refused(String host) {
        assertThat(status(LOOPBACK, "GET", "Host", host)).isEqualTo(403);
    }

    private static int console(Guards guards, String... headers) {
        return guards.refuseConsole(Developer.request("POST", "/console/explorer", Headers.of(headers), Bytes.none()))
                .map(Problem::status)
                .orElse(PASSES);
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_console_is_open_on_loopback_and_needs_a_token_that_is_in_force() {
        assertThat(console(LOOPBACK, "Host", "localhost:7300")).isEqualTo(PASSES);
        assertThat(console(LOOPBACK, "Host", "evil.example")).isEqualTo(403);
        assertThat(console(LOOPBACK, "Host", "localhost", "Origin", "https://evil.example"))
                .isEqualTo(403);
        assertThat(console(TOKEN, "Host", "ci.example")).isEqualTo(401);
        assertThat(console(TOKEN, "Host", "ci.example", "Authorization", "Bearer dev-token-0123456789"))
                .isEqualTo(PASSES);
        assertThat(console(TOKEN, "Host", "ci.example", "Authorization", basic("me:dev-token-0123456789")))
                .isEqualTo(PASSES);
        for (String wrong : new String[] {
            basic("me:dev-token-012345678"),
            basic("dev-token-0123456789"),
            basic("dev-token-0123456789:"),
            "Basic !",
            ""
        }) {
            assertThat(console(TOKEN, "Host", "ci.example", "Authorization", wrong))
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(console(
                        TOKEN,
                        "Host",
                        "ci.example",
                        "Origin",
                        "https://evil.example",
                        "Authorization",
                        basic("me:dev-token-0123456789")))
                .isEqualTo(403);
    }

    @Test
    void a_browser_is_told_how_to_ask_for_the_token() {
        Problem problem = TOKEN.refuseConsole(
                        Developer.request("GET", "/console", Headers.of("Host", "ci.example"), Bytes.none()))
                .orElseThrow();
        assertThat(problem.response().headers())
                .contains(Map.entry("WWW-Authenticate", "Basic realm=\"Countersign dev\", charset=\"UTF-8\""));
    }

    @Test
    void a_missing_or_doubled_host_is_refused() {
        assertThat(status(LOOPBACK, "GET")).isEqualTo(403);
        assertThat(status(LOOPBACK, "GET", "Host", "localhost", "Host", "evil.example"))
                .isEqualTo(403);
        assertThat(status(LOOPBACK, "GET", "Host", "localhost", "Host", "localhost"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:7300, http://localhost:7300",
        "localhost:7300, HTTP://LOCALHOST:7300",
        "127.0.0.1:7300, http://127.0.0.1:7300",
        "[::1]:7300, http://[::1]:7300",
        "localhost, http://localhost",
        "localhost:80, http://localhost",
        "localhost, http://localhost:80",
        "localhost:443, https://localhost",
    })
    void a_page_of_this_server_may_call_it(String host, String origin) {
        assertThat(status(LOOPBACK, "GET", "Host", host, "Origin", origin)).isEqualTo(PASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "https://evil.example:7300",
                "null",
                "",
                "http://localhost:3000",
                "http://127.0.0.1:7300",
                "http://localhost:7300.evil.example",
                "http://localhost:7300/",
                "http://localhost",
                "localhost:7300",
                "file://localhost:7300",
                "http://http://localhost:7300",
                "http://a@localhost:7300"
            })
    void a_foreign_origin_is_refused(String origin) {
        assertThat(status(LOOPBACK, "GET", "Host", "localhost:7300", "Origin", origin))
                .isEqualTo(403);
        assertThat(status(
                        LOOPBACK,
                        "POST",
                        "Host",
                        "localhost:7300",
                        "Origin",
                        origin,
                        "Content-Type",
                        "application/json"))
                .isEqualTo(403);
    }

    @Test
    void two_origins_are_refused_even_if_one_is_ours() {
        assertThat(status(
                        LOOPBACK,
                        "GET",
                        "Host",
                        "localhost",
                        "Origin",
                        "http://localhost",
                        "Origin",
                        "http://evil.example"))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "application/json ; charset=\"utf-8\" "
            })
    void a_write_as_json_passes(String type) {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            assertThat(status(LOOPBACK, method, "Host", "localhost", "Content-Type", type))
                    .isEqualTo(PASSES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json, text/plain",
                "text/plain; application/json",
                "application/jsonp",
                "application/json; charset=utf-16",
                "application/json; boundary=x",
                "application/merge-patch+json",
                ""
            })
    void a_form_of_another_page_is_refused(String type) {
        for (String method : new String[] {"POST", "PUT", "DELETE", "PATCH"}) {
            assertThat(status(LOOPBACK, method, "Host", "localhost", "Content-Type", type))
                    .as(method)
                    .isEqualTo(415);
        }
    }

    @Test
    void a_write_without_content_type_is_refused_even_without_a_body() {
        assertThat(status(LOOPBACK, "POST", "Host", "localhost")).isEqualTo(415);
        assertThat(status(LOOPBACK, "PUT", "Host", "localhost")).isEqualTo(415);
        assertThat(refusal(LOOPBACK, "DELETE", Bytes.utf8("{}"), "Host", "localhost")
                        .map(Problem::status))
                .contains(415);
    }

    @Test
    void a_bare_delete_needs_no_content_type_since_browsers_ask_before_one() {
        assertThat(status(LOOPBACK, "DELETE", "Host", "localhost")).isEqualTo(PASSES);
    }

    @Test
    void two_content_types_are_refused() {
        assertThat(status(
                        LOOPBACK,
                        "POST",
                        "Host",
                        "localhost",
                        "Content-Type",
                        "application/json",
                        "Content-Type",
                        "text/plain"))
                .isEqualTo(415);
    }

    @Test
    void the_token_opens_any_host() {
        for (String scheme : new String[] {"Bearer", "bearer", "BEARER"}) {
            assertThat(status(
                            TOKEN,
                            "GET",
                            "Host",
                            "ci-7300.internal",
                            "Authorization",
                            scheme + " dev-token-0123456789"))
                    .isEqualTo(PASSES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer dev-token-012345678",
                "Bearer dev-token-01234567890",
                "Bearer DEV-TOKEN-0123456789",
                "Basic dev-token-0123456789",
                "dev-token-0123456789",
                ""
            })
    void a_wrong_token_is_refused_from_this_machine_too(String authorization) {
        Optional<Problem> refusal =
                refusal(TOKEN, "GET", Bytes.none(), "Host", "localhost", "Authorization", authorization);

        assertThat(refusal.map(Problem::status)).contains(401);
        assertThat(refusal.map(Problem::headers).orElseThrow()).contains(Map.entry("WWW-Authenticate", "Bearer"));
    }

    @Test
    void without_the_token_loopback_is_not_trusted() {
        assertThat(status(TOKEN, "GET", "Host", "localhost")).isEqualTo(401);
    }

    @Test
    void the_token_does_not_open_for_foreign_pages_or_forms() {
        String bearer = "Bearer dev-token-0123456789";
        assertThat(status(TOKEN, "GET", "Host", "ci", "Authorization", bearer, "Origin", "http://evil.example"))
                .isEqualTo(403);
        assertThat(status(TOKEN, "POST", "Host", "ci", "Authorization", bearer, "Content-Type", "text/plain"))
                .isEqualTo(415);
    }

    @Test
    void what_has_keys_of_its_own_may_have_any_host_but_no_foreign_page() {
        assertThat(status(Guards.anyHost(), "GET", "Host", "ci.internal:7300")).isEqualTo(PASSES);
        assertThat(status(Guards.anyHost(), "GET", "Host", "ci.internal:7300", "Origin", "null"))
                .isEqualTo(403);
    }

    private static Stream<String> guardedPaths() {
        return Stream.of("/v1", "/v1/verifications", "/%76%31/verifications", "/v%31", "/pages/login", "/%zz");
    }

    @ParameterizedTest
    @MethodSource("guardedPaths")
    void a_guarded_site_refuses_on_guarded_paths(String path) {
        assertThat(behindGuards(path).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v10", "/other/v1", "/livez"})
    void a_guarded_site_lets_everything_else_through(String path) {
        assertThat(behindGuards(path).status()).isEqualTo(204);
    }

    private static Response behindGuards(String path) {
        Site behind = new Site() {
            @Override
            public boolean serves(Request request) {
                return true;
            }

            @Override
            public Response answer(Request request) {
                return Response.of(204, "", Bytes.none());
            }
        };
        GuardedSite guarded = new GuardedSite(behind, LOOPBACK, GuardedSite.below("/v1", "/pages"));
        Request request = Developer.request("GET", path, Headers.of("Host", "strange.example"), Bytes.none());
        assertThat(guarded.serves(request)).isTrue();
        return guarded.answer(request);
    }
}
