package dev.countersign.server.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.testkit.wire.DevClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed under load, twice, as `kill -9` does: nothing acknowledged is lost, nothing is doubled.
class KillTest {
    private static final int CALLERS = 16;
    private static final int BEFORE_KILL = 400;

    @TempDir
    Path directory;

    private final AtomicInteger numbers = new AtomicInteger(65_000_000);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private record Running(Process process, int port) {}

    @Test
    void nothing_acknowledged_is_lost_and_nothing_is_doubled() throws Exception {
        for (int life = 0; life < 2; life++) {
            Running server = start();
            load(server);
            server.process().waitFor();
        }
        Running server = start();
        try (DevClient client = new DevClient(server.port())) {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2 * BEFORE_KILL);
            for (String number : acknowledged) {
                assertThat(client.code("852" + number)).matches("[0-9]{6}");
                assertThat(client.messages("852" + number))
                        .as("messages to one number")
                        .isOne();
            }
            String one = acknowledged.iterator().next();
            assertThat(new Accounts(client)
                            .create("852", one, client.code("852" + one))
                            .code())
                    .as("a code that was sent before the crash")
                    .isEqualTo("ok");
        } finally {
            server.process().destroy();
            assertThat(server.process().waitFor()).as("exit code after SIGTERM").isIn(0, 143);
        }
    }

    /// Many callers send until the server is gone; in the midst of it, it is killed.
    private void load(Running server) {
        AtomicInteger answered = new AtomicInteger();
        try (DevClient client = new DevClient(server.port());
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    try {
                        while (server.process().isAlive()) {
                            send(client);
                            if (answered.incrementAndGet() == BEFORE_KILL) {
                                server.process().destroyForcibly();
                            }
                        }
                    } catch (UncheckedIOException gone) {
                        assertThat(answered).hasValueGreaterThanOrEqualTo(BEFORE_KILL);
                    }
                });
            }
        }
    }

    private void send(DevClient client) {
        String number = Integer.toString(numbers.incrementAndGet());
        if (client.call("SendVerifyCode", "CountryCode", "852", "PhoneNum", number)
                .code()
                .equals("ok")) {
            acknowledged.add(number);
        }
    }

    private Running start() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.countersign.server.Countersign",
                "dev",
                "--port",
                "0",
                "--limits",
                "relaxed",
                "--data",
                directory.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready http://")) {
                return new Running(process, Integer.parseInt(line.substring(line.lastIndexOf(':') + 1)));
            }
        }
        throw new IllegalStateException("the server ended before it was ready");
    }
}
