package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testkit.wire.Acs3;
import dev.countersign.testkit.wire.DevClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a process leaves to the next one of the calls that it took, however it ends.
class NonceRestartTest {
    @TempDir
    Path directory;

    private record Life(Process process, int port) {
        /// The status, or the code of a refusal.
        String call(DevClient.Key key, String nonce, Instant at) {
            List<String> headers = Acs3.headers(key, "GetCallerIdentity", "2015-04-01", "", nonce, at);
            try (DevClient client = new DevClient(port)) {
                DevClient.Answer answer = client.send("POST", "/", "", headers.toArray(String[]::new));
                return answer.status() == 200 ? "200" : answer.text("Code");
            }
        }

        void stop() throws InterruptedException {
            process.destroy();
            assertThat(process.waitFor()).as("exit code after SIGTERM").isIn(0, 143);
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    @Test
    void a_clean_stop_keeps_them_and_after_a_crash_what_was_signed_before_is_refused() throws Exception {
        String config = config("");
        Matcher made =
                Pattern.compile("(?s)SecretId +(\\S+).*SecretKey +(\\S+)").matcher(output(run("init", config)));
        assertThat(made.find()).isTrue();
        DevClient.Key key = new DevClient.Key(made.group(1), made.group(2));

        Life first = serve(config);
        Instant early = Instant.now();
        assertThat(first.call(key, "one", early.plusSeconds(1))).isEqualTo("200");
        assertThat(first.call(key, "two", early.minusSeconds(60)))
                .as("signed before the very first start")
                .isEqualTo("InvalidTimeStamp.Expired");
        first.stop();

        Life second = serve(config);
        assertThat(second.call(key, "one", early.plusSeconds(1))).isEqualTo("SignatureNonceUsed");
        assertThat(second.call(key, "two", early.minusSeconds(60))).isEqualTo("200");
        second.stop();

        Life wider = serve(config("alibaba: {window: 31m}\n"));
        assertThat(wider.call(key, "three", early.minusSeconds(60)))
                .as("what was kept for a narrower window says too little")
                .isEqualTo("InvalidTimeStamp.Expired");
        wider.kill();

        Life last = serve(config);
        assertThat(last.call(key, "one", early.plusSeconds(1))).isEqualTo("InvalidTimeStamp.Expired");
        assertThat(last.call(key, "four", early)).isEqualTo("InvalidTimeStamp.Expired");
        assertThat(last.call(key, "four", Instant.now().plusSeconds(1))).isEqualTo("200");
        last.kill();
    }

    @Test
    void a_dev_world_takes_older_calls_after_a_crash_and_no_nonce_twice_after_a_stop() throws Exception {
        Instant early = Instant.now().minusSeconds(60);
        Life first = ready(
                run("dev", "--port", "0", "--data", directory.resolve("dev").toString()));
        assertThat(first.call(DevClient.ALICE, "one", early)).isEqualTo("200");
        first.stop();
        Life second = ready(
                run("dev", "--port", "0", "--data", directory.resolve("dev").toString()));
        assertThat(second.call(DevClient.ALICE, "one", early)).isEqualTo("SignatureNonceUsed");
        second.kill();
        Life third = ready(
                run("dev", "--port", "0", "--data", directory.resolve("dev").toString()));
        assertThat(third.call(DevClient.ALICE, "one", early)).isEqualTo("200");
        third.kill();
    }

    private String config(String more) throws IOException {
        Path file = directory.resolve("countersign.yaml");
        Files.writeString(file, """
                behind-proxy: on
                listen: {port: 0}
                management: {address: "127.0.0.1:0"}
                store: {directory: "%s"}
                verification: {countries: [852]}
                """.formatted(directory.resolve("data")) + more);
        return file.toString();
    }

    private Life serve(String config) throws IOException {
        return ready(run("serve", "--config", config));
    }

    private static Process run(String command, String... more) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.countersign.server.Countersign",
                command));
        line.addAll(more.length == 1 ? List.of("--config", more[0]) : List.of(more));
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Life ready(Process process) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready http://")) {
                return new Life(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
            }
        }
        throw new IllegalStateException("the server ended before it was ready");
    }
}
