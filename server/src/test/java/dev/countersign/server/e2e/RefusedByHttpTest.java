package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What HTTP itself refuses is still answered in the wire that was spoken: with any other status or form an SDK
/// would lose the code.
class RefusedByHttpTest {
    private static final String TC3 = "Host: x\r\nX-TC-Action: SendVerifyCode\r\nX-TC-Version: 2022-09-28\r\n";
    private static final String V1 = "SecretId=AKIDx&Nonce=1&Action=SendVerifyCode";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String FLOOD = ("X-Flood: " + "y".repeat(200) + "\r\n").repeat(1000);
    private static final String NOT_HTTP =
            "\"InvalidRequest\",\"Message\":\"The request is not well-formed HTTP/1.1.\"";
    private static final String LINE =
            "\"RequestSizeLimitExceeded\",\"Message\":\"The size of the request exceeds the" + " limit `32` KB.\"";
    private static final String HEADERS =
            "\"RequestSizeLimitExceeded\",\"Message\":\"The size of the request exceeds" + " the limit `64` KB.\"";
    private static final String TOO_LARGE_FOR_V1 = "\"AuthFailure.SignatureFailure\",\"Message\":\"The provided"
            + " credentials could not be validated because of exceeding request size limit, please use new signature"
            + " method `TC3-HMAC-SHA256`.\"";

    @TempDir
    static Path directory;

    private static Countersign server;

    @BeforeAll
    static void start() {
        server = Countersign.dev(Countersign.DevOptions.at(directory));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<Arguments> refused() {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";
        return Stream.of(
                Arguments.of(
                        "version 3, query beyond the longest line",
                        "GET /?a=" + "b".repeat(50_000) + " HTTP/1.1\r\n" + TC3 + "\r\n",
                        LINE),
                Arguments.of(
                        "version 1, query beyond the longest line",
                        "GET /?" + V1 + "&a=" + "b".repeat(50_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        LINE),
                Arguments.of(
                        "version 1, endless line",
                        "GET /?" + V1 + "&a=" + "b".repeat(500_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                        LINE),
                Arguments.of(
                        "version 3, behind many headers",
                        "POST / HTTP/1.1\r\n" + "X-Many: y\r\n".repeat(8_000) + TC3 + "\r\n",
                        HEADERS),
                Arguments.of("version 3, flood of headers", "POST / HTTP/1.1\r\n" + TC3 + FLOOD + "\r\n", HEADERS),
                Arguments.of("version 1, flood of headers", "GET /?" + V1 + " HTTP/1.1\r\n" + FLOOD + "\r\n", HEADERS),
                Arguments.of(
                        "version 3, broken framing",
                        "POST / HTTP/1.1\r\n" + TC3 + "Content-Length: x\r\n\r\n{}",
                        NOT_HTTP),
                Arguments.of(
                        "version 1, broken framing",
                        "GET /?" + V1 + " HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n",
                        NOT_HTTP),
                Arguments.of("version 3, another HTTP", "POST / HTTP/7.0\r\n" + TC3 + "\r\n", NOT_HTTP),
                Arguments.of(
                        "version 1, a blank in the line", "GET /?" + V1 + " x HTTP/1.1\r\nHost: x\r\n\r\n", NOT_HTTP),
                Arguments.of(
                        "version 1, a control character in a header",
                        "GET /?" + V1 + " HTTP/1.1\r\nHost: x\r\nX-A: \u0001\r\n\r\n",
                        NOT_HTTP),
                Arguments.of(
                        "version 1, form of 11 MB",
                        "POST / HTTP/1.1\r\nHost: x\r\n" + FORM + "Content-Length: 11000000\r\n\r\n" + V1 + "&a="
                                + "b".repeat(11_000_000 - V1.length() - 3),
                        TOO_LARGE_FOR_V1),
                Arguments.of(
                        "version 1, form of 11 MB in chunks",
                        "POST / HTTP/1.1\r\nHost: x\r\n" + FORM + "Transfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(V1.length() + 3) + "\r\n" + V1 + "&a=\r\n" + chunk.repeat(700)
                                + "0\r\n\r\n",
                        TOO_LARGE_FOR_V1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_http_refuses_is_answered_in_its_wire(String name, String request, String error) throws Exception {
        String answer = answer(request);

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("\r\nContent-Type: application/json\r\n");
        assertThat(answer.substring(answer.indexOf("\r\n\r\n") + 4))
                .startsWith("{\"Response\":{\"Error\":{\"Code\":" + error + "},\"RequestId\":\"")
                .endsWith("\"}}");
    }

    @Test
    void it_is_answered_in_the_language_that_was_asked_for() throws Exception {
        assertThat(answer("GET /?" + V1 + "&Language=zh-CN HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n"))
                .contains("请求不是合法的HTTP/1.1报文。");
        assertThat(answer("POST / HTTP/1.1\r\n" + TC3 + "X-TC-Language: zh-CN\r\nContent-Length: x\r\n\r\n"))
                .contains("请求不是合法的HTTP/1.1报文。");
    }

    @Test
    void our_own_api_answers_with_a_problem_document() throws Exception {
        assertThat(answer("POST /v1/verifications HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nContent-Type: application/problem+json\r\n", "it is not well-formed HTTP/1.1");
    }

    @Test
    void of_what_is_nobodys_nothing_but_a_short_text_is_said() throws Exception {
        assertThat(answer("GET /?a=" + "b".repeat(500_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 414 ")
                .endsWith("The request line is too long.\n");
        assertThat(answer("GET /?SecretIdentity=1 HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(20_000);
            try {
                OutputStream out = socket.getOutputStream();
                out.write(request.getBytes(StandardCharsets.UTF_8));
                socket.shutdownOutput();
            } catch (SocketException answeredBefore) {
                // The server need not read to the end of what it refuses.
                assertThat(socket.isConnected()).isTrue();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
