package dev.countersign.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Request;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a broken or hostile client gets: a clear answer in its own wire where it can be told, and nothing more.
@SuppressWarnings("StringConcatToTextBlock") // a text block has no CR
final class HostileClientTest {
    private static final String TENCENT = "Host: x\r\nX-TC-Action: SendVerifyCode\r\n";

    private final ListenerFixture fixture = ListenerFixture.plain();

    @AfterEach
    void everybody_else_is_still_served() throws IOException {
        try (RawClient client = fixture.client()) {
            assertThat(client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n").answer().status())
                    .isEqualTo(200);
        }
        fixture.close();
    }

    private RawClient.Answer answerTo(String bytes) throws IOException {
        try (RawClient client = fixture.client()) {
            return client.send(bytes).answer();
        }
    }

    @Test
    void a_body_of_11_mb_is_read_to_its_end_and_refused_by_the_site() throws Exception {
        byte[] body = new byte[11 * 1024 * 1024];
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\n" + TENCENT + "Content-Length: " + body.length + "\r\n\r\n")
                    .send(body);
            assertThat(client.answer().body()).isEqualTo("oversized");
            assertThat(client.closedByServer()).isTrue();
            assertThat(fixture.request().body().length()).isZero();
        }
    }

    @Test
    void a_chunked_body_of_11_mb_in_one_chunk_is_refused_likewise() throws Exception {
        byte[] body = new byte[11 * 1024 * 1024];
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\n" + TENCENT + "Transfer-Encoding: chunked\r\n\r\n"
                            + Integer.toHexString(body.length) + "\r\n")
                    .send(body)
                    .send("\r\n0\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("oversized");
        }
    }

    @Test
    void a_chunked_body_of_11_mb_in_small_chunks_is_refused_likewise() throws Exception {
        byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\n" + TENCENT + "Transfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 11 * 1024; i++) {
                client.send(chunk);
            }
            client.send("0\r\n\r\n");
            assertThat(client.answer().body()).isEqualTo("oversized");
        }
    }

    @Test
    void a_body_of_exactly_the_cap_is_read() throws Exception {
        byte[] body = new byte[Request.MOST_BODY_BYTES];
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\n" + TENCENT + "Content-Length: " + body.length + "\r\n\r\n")
                    .send(body);
            assertThat(client.answer().body()).isEqualTo("read " + body.length);
            assertThat(client.send("GET / HTTP/1.1\r\n\r\n").answer().status()).isEqualTo(200);
        }
    }

    @Test
    void a_client_that_waits_for_the_go_ahead_learns_at_once_that_its_body_is_too_long() throws Exception {
        RawClient.Answer answer = answerTo(
                "POST / HTTP/1.1\r\n" + TENCENT + "Expect: 100-continue\r\nContent-Length: 99999999999\r\n\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("oversized");
    }

    @Test
    void a_truncated_body_is_malformed() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\n" + TENCENT + "Content-Length: 10\r\n\r\nabc")
                    .finishSending();
            assertThat(client.answer().body()).contains("MALFORMED");
            assertThat(fixture.seen).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zz\r\nabc\r\n0\r\n\r\n",
                "-1\r\nabc\r\n0\r\n\r\n",
                "3\r\nabc\r\n0\r\nnot: empty\r\n\r\n",
                "ffffffffffffffffffff\r\nabc"
            })
    void broken_chunks_are_malformed(String chunks) throws Exception {
        RawClient.Answer answer =
                answerTo("POST / HTTP/1.1\r\n" + TENCENT + "Transfer-Encoding: chunked\r\n\r\n" + chunks);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("MALFORMED");
        assertThat(fixture.seen).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
                "Content-Length: 3\r\nContent-Length: 4\r\n",
                "Content-Length: 3, 3\r\n",
                "Content-Length: +3\r\n",
                "Content-Length: abc\r\n",
                "Content-Length:\r\n",
                "Content-Length: 99999999999999999999999\r\n",
                "Transfer-Encoding: gzip\r\n",
                "Transfer-Encoding: chunked, gzip\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Content-Length : 3\r\n",
                "X-A: 1\r\n X-Folded: 2\r\n",
                "No colon\r\n",
                ": no name\r\n",
                "X-A: a\u0000b\r\n",
                "X-A: a\nb\r\n"
            })
    void framing_that_two_servers_could_read_differently_is_malformed(String header) throws Exception {
        try (RawClient client = fixture.client()) {
            RawClient.Answer answer = client.send("POST / HTTP/1.1\r\n" + TENCENT + header + "\r\nabc")
                    .answer();
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).contains("MALFORMED");
            assertThat(fixture.seen).isEmpty();
        }
    }

    @Test
    void a_smuggled_second_request_is_not_answered() throws Exception {
        try (RawClient client = fixture.client()) {
            client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(400);
            assertThat(client.closedByServer()).isTrue();
            assertThat(fixture.seen).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "GET\r\n\r\n",
                "GET / \r\n\r\n",
                "GET  / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1 \r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET / http/1.1\r\n\r\n",
                "GET / HTTP/1.1\n\n",
                "G\u0001T / HTTP/1.1\r\n\r\n",
                "G@T / HTTP/1.1\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n"
            })
    void what_is_no_http_is_answered_with_a_short_text(String bytes) throws Exception {
        RawClient.Answer answer = answerTo(bytes);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.hasLine("Content-Type: text/plain; charset=utf-8")).isTrue();
        assertThat(answer.body()).isEqualTo(EarlyRefusal.Reason.MALFORMED.text() + "\n");
    }

    @Test
    void the_wire_of_a_request_is_made_out_even_when_its_line_is_broken() throws Exception {
        RawClient.Answer answer = answerTo("POST / HTTP/7.0\r\n" + TENCENT + "\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.hasLine("Content-Type: application/json")).isTrue();
        assertThat(answer.body()).contains("MALFORMED");
    }

    @Test
    void a_query_of_32_kb_is_read() throws Exception {
        String query = "a=" + "b".repeat(32 * 1024);
        assertThat(answerTo("GET /?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n").status())
                .isEqualTo(200);
        assertThat(fixture.request().query()).isEqualTo(query);
    }

    @Test
    void an_endless_request_line_is_refused() throws Exception {
        try (RawClient client = fixture.client()) {
            client.sendAsFarAsPossible(
                    ("GET /" + "a".repeat(200_000)).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            assertThat(client.answer().status()).isEqualTo(414);
        }
    }

    @Test
    void a_flood_of_headers_is_refused_in_the_wire_of_the_first_of_them() throws Exception {
        StringBuilder flood = new StringBuilder("POST / HTTP/1.1\r\n").append(TENCENT);
        for (int i = 0; i < 20_000; i++) {
            flood.append("X-Flood-").append(i).append(": ").append(i).append("\r\n");
        }
        RawClient.Answer answer = answerTo(flood + "\r\n");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("HEADERS_TOO_LARGE");
    }

    @Test
    void one_endless_header_is_refused() throws Exception {
        RawClient.Answer answer = answerTo("GET / HTTP/1.1\r\nX-A: " + "a".repeat(300_000) + "\r\n\r\n");
        assertThat(answer.status()).isEqualTo(431);
    }

    @Test
    void random_bytes_never_bring_anything_to_a_site_and_never_show_our_inside() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[1 + random.nextInt(300)];
            random.nextBytes(bytes);
            try (RawClient client = fixture.client()) {
                client.send(bytes).send("\r\n\r\n").finishSending();
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).as("seed %d", seed).isEqualTo(400);
                assertThat(answer.body()).as("seed %d", seed).isEqualTo(EarlyRefusal.Reason.MALFORMED.text() + "\n");
            }
        }
        assertThat(fixture.seen).as("seed %d", seed).isEmpty();
    }
}
