package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.Countersign;
import dev.countersign.value.RequestId;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What real SDKs sent is accepted, and what they were answered is answered again, byte for byte. Transcripts
/// are recorded by `./dev record`, never written by hand.
class TranscriptTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

    @TempDir
    Path directory;

    static List<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.walk(TRANSCRIPTS)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .toList();
            assertThat(all).hasSizeGreaterThan(30);
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void a_recorded_exchange_goes_the_same_way_again(Path file) throws IOException {
        String[] parts = Files.readString(file).split("\n--- answer ---\n", 2);
        String[] head = parts[0].split("\n", 2);
        Instant recorded = Instant.parse(head[0].split(" ")[2]);
        Countersign.DevOptions options = Countersign.DevOptions.at(directory)
                .given(() -> recorded, () -> new RequestId("00000000-0000-4000-8000-000000000000"));
        try (Countersign server = Countersign.dev(options)) {
            String answer = file.startsWith(TRANSCRIPTS.resolve("alibaba"))
                    ? alibaba(server.port(), head[1])
                    : tencent(server.port(), head[1]);
            assertThat(answer).isEqualTo(parts[1].stripTrailing());
        }
    }

    /// The body of an answer of the Tencent wire.
    private static String tencent(int port, String request) throws IOException {
        Said said = exchange(port, request);
        assertThat(said.head()).startsWith("HTTP/1.1 200 ").contains("content-type: application/json\r\n");
        return said.body();
    }

    /// The status of an answer of the Alibaba wire, and its body but for the ids that differ each time.
    private static String alibaba(int port, String request) throws IOException {
        Said said = exchange(port, request);
        assertThat(said.head()).contains("content-type: application/json;charset=utf-8\r\n");
        return said.head().split(" ", 3)[1] + "\n" + said.body().replaceAll("\"BizId\":\"[^\"]*\"", "\"BizId\":\"\"");
    }

    /// An answer: its head with names in lower case, and its body.
    private record Said(String head, String body) {}

    /// Sends the request as it was recorded, host and all.
    private static Said exchange(int port, String request) throws IOException {
        String[] parts = request.split("\n\n", 2);
        String body = parts[0].toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked")
                ? parts[1].replace("\n", "\r\n")
                : parts[1];
        String raw = parts[0].replace("\n", "\r\n") + "\r\n\r\n" + body;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(raw.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("\r\n\r\n") < 0) {
                answer.append((char) in.read());
            }
            int length = Integer.parseInt(answer.toString().replaceAll("(?si).*content-length: ([0-9]+)\r\n.*", "$1"));
            // Names of headers are as they like; the first line is not.
            String[] head = answer.toString().split("\r\n", 2);
            return new Said(
                    head[0] + "\r\n" + head[1].toLowerCase(Locale.ROOT),
                    new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
    }
}
