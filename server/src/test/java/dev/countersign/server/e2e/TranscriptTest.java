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
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What real SDKs sent is accepted, and what they were answered is answered again, byte for byte. Transcripts are
/// recorded by `./dev record`, never written by hand.
class TranscriptTest {
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");

    private static final Pattern EXCHANGE =
            Pattern.compile("(?s)(?<request>.*?)\n--- answer (?:(?<status>[0-9]+) (?<type>[^\n]+) )?---\n(?<body>.*)");
    private static final String NUMBER_ID = "(?<=\"Id\":\"|<Id>)8[0-9]{11}";

    @TempDir
    Path directory;

    static List<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.walk(TRANSCRIPTS)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .toList();
            assertThat(all).hasSizeGreaterThan(80);
            return all;
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void a_recorded_exchange_goes_the_same_way_again(Path file) throws IOException {
        String[] head = Files.readString(file).split("\n", 2);
        Instant recorded = Instant.parse(head[0].split(" ")[2]);
        Countersign.DevOptions options = Countersign.DevOptions.at(directory)
                .given(() -> recorded, () -> new RequestId("00000000-0000-4000-8000-000000000000"));
        try (Countersign server = Countersign.dev(options)) {
            for (String exchange : head[1].split("(?m)^--- then ---\n")) {
                Matcher parts = EXCHANGE.matcher(exchange);
                assertThat(parts.matches()).as(exchange).isTrue();
                Said said = exchange(server.port(), parts.group("request"));
                assertThat(said.body()).isEqualTo(parts.group("body").stripTrailing());
                assertThat(said.status()).isEqualTo(Objects.requireNonNullElse(parts.group("status"), "200"));
                assertThat(said.type()).isEqualTo(Objects.requireNonNullElse(parts.group("type"), "application/json"));
            }
        }
    }

    private record Said(String status, String type, String body) {}

    /// Sends the request as it was recorded, host and all. Ids that are drawn are not compared.
    private static Said exchange(int port, String request) throws IOException {
        String[] parts = request.split("\n\n", 2);
        boolean chunked = parts[0].toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
        String body = chunked ? parts[1].replace("\n", "\r\n") : parts[1];
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
            return new Said(
                    answer.toString().split(" ")[1],
                    answer.toString().replaceAll("(?si).*content-type: ([^\r]+)\r\n.*", "$1"),
                    new String(in.readNBytes(length), StandardCharsets.UTF_8)
                            .replaceAll(NUMBER_ID, "800000000000")
                            .replaceAll("\"BizId\":\"[^\"]*\"", "\"BizId\":\"\""));
        }
    }
}
