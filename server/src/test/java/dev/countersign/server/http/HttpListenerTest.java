package dev.countersign.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Request;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an ordinary and a strange client get.
@SuppressWarnings("StringConcatToTextBlock") // a text block has no CR
final class HttpListenerTest {
    private final ListenerFixture fixture = ListenerFixture.plain();

    @AfterEach
    void stop() {
        fixture.close();
    }

    private static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
    }

    @Test
    void sends_the_content_type_byte_for_byte_and_few_headers() throws IOException {
        try (RawClient client = fixture.client()) {
            RawClient.Answer answer = client.send(get("/")).answer();
            assertThat(answer.head().lines().map(line -> line.replaceFirst("Date: .*", "Date:")))
                    .containsExactlyInAnyOrder(
                            "HTTP/1.1 200 OK", "Date:", "Content-Type: application/json", "Content-Length: 6", "");
            assertThat(answer.body()).isEqualTo("read 0");
        }
    }

    @Test
    void passes_status_and_further_headers_on() throws IOException {
        try (RawClient client = fixture.client()) {
            RawClient.Answer answer = client.send(get("/headers")).answer();
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.hasLine("Retry-After: 7")).isTrue();
            assertThat(answer.hasLine("Content-Type: application/problem+json")).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?",
                "//",
                "/a//b",
                "*",
                "/%zz",
                "/%",
                "/%00",
                "/;x=1/b;y",
                "/../../etc",
                "/a?b=%zz&c=%",
                "/?a=1&b=2?c#d",
                "/?PhoneNum=1+2%2B3&CountryCode=852",
                "/a|b^c`{}",
                "/?q={\"a\":[1]}"
            })
    void every_target_reaches_a_site_as_it_was_sent(String target) throws Exception {
        try (RawClient client = fixture.client()) {
            assertThat(client.send(get(target)).answer().status()).isEqualTo(200);
            Request request = fixture.request();
            boolean hasQuery = target.contains("?");
            assertThat(request.path() + (hasQuery ? "?" : "") + request.query()).isEqualTo(target);
        }
    }

    @Test
    void a_target_with_scheme_and_authority_is_read_as_its_path() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send(get("http://127.0.0.1:7300/a?b=c")).answer();
            Request request = fixture.request();
            assertThat(request.path()).isEqualTo("/a");
            assertThat(request.query()).isEqualTo("b=c");
            client.send(get("http://127.0.0.1:7300")).answer();
            assertThat(fixture.request().path()).isEqualTo("/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "WHATEVER"})
    void every_method_reaches_a_site(String method) throws Exception {
        try (RawClient client = fixture.client()) {
            assertThat(client.send(method + " / HTTP/1.1\r\nHost: x\r\n\r\n")
                            .answer()
                            .status())
                    .isEqualTo(200);
            assertThat(fixture.request().method()).isEqualTo(method);
        }
    }

    @Test
    void a_method_in_lower_case_reaches_a_site() throws Exception {
        try (RawClient client = fixture.client()) {
            assertThat(client.send("post / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}")
                            .answer()
                            .body())
                    .isEqualTo("read 2");
            assertThat(fixture.request().method()).isEqualToIgnoringCase("POST");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: http://127.0.0.1:7300\r\n",
                "Host: http://127.0.0.1\r\n",
                "Host: 127.0.0.1:7300/path\r\n",
                "Host:\r\n",
                "",
                "Host: a\r\nHost: b\r\n",
                "Host: [::1]:x\r\n"
            })
    void every_host_reaches_a_site(String host) throws Exception {
        try (RawClient client = fixture.client()) {
            assertThat(client.send("GET / HTTP/1.1\r\n" + host + "\r\n")
                            .answer()
                            .status())
                    .isEqualTo(200);
            long sent = host.lines().count();
            assertThat(fixture.request().headers().all("host")).hasSize((int) sent);
        }
    }

    @Test
    void header_values_come_as_they_were_sent_but_for_outer_blanks() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("GET / HTTP/1.1\r\nX-TC-Language:   zh-CN \r\nx-two: a, b\r\nX-Two: c\r\n\r\n")
                    .answer();
            Request request = fixture.request();
            assertThat(request.headers().first("x-tc-language")).contains("zh-CN");
            assertThat(request.headers().all("X-Two")).containsExactly("a, b", "c");
        }
    }

    @Test
    void a_body_is_read_by_its_length() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab\0\r\n")
                    .answer();
            assertThat(fixture.request().body().toHex()).isEqualTo("6162000d0a");
        }
    }

    @Test
    void a_chunked_body_is_put_together() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n")
                    .answer();
            assertThat(fixture.request().body().toUtf8()).isEqualTo("abc0123456789");
        }
    }

    @Test
    void an_encoded_body_is_not_decoded() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc")
                    .answer();
            assertThat(fixture.request().body().toUtf8()).isEqualTo("abc");
        }
    }

    @Test
    void a_body_of_a_get_is_read_too() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc" + get("/next"));
            client.answer();
            client.answer();
            assertThat(fixture.request().body().toUtf8()).isEqualTo("abc");
            assertThat(fixture.request().path()).isEqualTo("/next");
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send(get("/1") + "POST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\nbody" + get("/3"));
            assertThat(client.answer().body()).isEqualTo("read 0");
            assertThat(client.answer().body()).isEqualTo("read 4");
            assertThat(client.answer().body()).isEqualTo("read 0");
        }
    }

    @Test
    void the_go_ahead_is_given_before_the_body() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
            assertThat(client.head().status()).isEqualTo(100);
            assertThat(client.send("abc").answer().body()).isEqualTo("read 3");
        }
    }

    @Test
    void head_has_the_length_but_not_the_body() throws Exception {
        try (RawClient client = fixture.client()) {
            RawClient.Answer answer =
                    client.send("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n").head();
            assertThat(answer.hasLine("Content-Length: 6")).isTrue();
            assertThat(client.send(get("/")).answer().body()).isEqualTo("read 0");
        }
    }

    @Test
    void http_1_0_is_answered_and_closed_as_nginx_expects() throws Exception {
        try (RawClient client = fixture.client()) {
            RawClient.Answer answer = client.send("GET /old HTTP/1.0\r\n\r\n").answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.hasLine("Connection: close")).isTrue();
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void a_client_that_asks_to_close_is_closed() throws Exception {
        try (RawClient client = fixture.client()) {
            RawClient.Answer answer = client.send("GET / HTTP/1.1\r\nHost: x\r\nConnection: Close\r\n\r\n")
                    .answer();
            assertThat(answer.hasLine("Connection: close")).isTrue();
            assertThat(client.closedByServer()).isTrue();
        }
    }

    @Test
    void a_dropped_answer_closes_without_a_byte() throws Exception {
        try (RawClient client = fixture.client()) {
            assertThat(client.send(get("/drop")).closedByServer()).isTrue();
        }
    }

    @Test
    void a_fault_of_a_site_says_nothing_of_its_cause() throws Exception {
        try (RawClient client = fixture.client()) {
            RawClient.Answer answer = client.send(get("/fault")).answer();
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo(EarlyRefusal.Reason.FAULT.text() + "\n");
            assertThat(client.send(get("/")).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void a_path_that_nobody_serves_is_said_to_be_so() throws Exception {
        try (RawClient client = fixture.client()) {
            assertThat(client.send(get("/unserved")).answer().status()).isEqualTo(404);
        }
    }

    @Test
    void the_callers_address_is_the_peers() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("GET / HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n")
                    .answer();
            assertThat(fixture.request().source()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void behind_a_proxy_it_is_the_last_hop_that_the_proxy_wrote() throws Exception {
        HttpConfig plain = HttpConfig.plain("127.0.0.1", 0);
        HttpConfig behind = new HttpConfig(plain.address(), 0, plain.tls(), true, plain.limits());
        try (ListenerFixture proxied = new ListenerFixture(behind);
                RawClient client = proxied.client()) {
            client.send("GET / HTTP/1.1\r\nX-Forwarded-For: 198.51.100.1\r\n"
                            + "X-Forwarded-For: 192.0.2.4, 203.0.113.9\r\n\r\n")
                    .answer();
            assertThat(proxied.request().source()).isEqualTo("203.0.113.9");
        }
    }
}
