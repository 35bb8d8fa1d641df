package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.delivery.DueMessage;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.Given;
import dev.countersign.testkit.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed in the middle of writing loses nothing that it acknowledged and doubles nothing.
final class CrashTest {
    private static final int ACKNOWLEDGED = 300;

    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void everything_acknowledged_is_there_exactly_once_after_two_kills() throws IOException, InterruptedException {
        List<Integer> acknowledged = new ArrayList<>(sendUntilKilled(1_000_000));
        acknowledged.addAll(sendUntilKilled(2_000_000));

        List<Integer> there = delivered();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(2 * ACKNOWLEDGED);
        assertThat(there).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    /// Lets a process send, and kills it.
    ///
    /// @return the numbers that the process acknowledged before it died
    private List<Integer> sendUntilKilled(int from) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingProcess.class.getName(),
                        directory.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Integer> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && acknowledged.size() < ACKNOWLEDGED) {
                acknowledged.add(Integer.valueOf(line));
                line = lines.readLine();
            }
            // By its handle: the process's own method closes what it has said and we have not read yet.
            process.toHandle().destroyForcibly();
            // What it said while it was dying was acknowledged as well, as far as the line is whole.
            while (line != null && line.length() == 7) {
                acknowledged.add(Integer.valueOf(line));
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        return acknowledged;
    }

    /// Everything that the outbox of the next life gives out.
    private List<Integer> delivered() {
        TestClock clock = TestClock.atNoon();
        try (SqlInstallation after =
                SqlInstallation.of(clock, () -> {}, Database.open(new StoreConfig.Sqlite(directory)))) {
            List<Integer> numbers = new ArrayList<>();
            List<DueMessage> due;
            do {
                due = after.node().outbox().take(256, clock.instant(), Duration.ofSeconds(30));
                numbers.addAll(due.stream()
                        .map(message -> (PhoneNumber) message.to())
                        .map(phone -> Integer.valueOf(phone.national().substring(1)))
                        .collect(Collectors.toList()));
            } while (!due.isEmpty());
            assertThat(after.node().verifications().find(Given.TENANT.id(), "none", clock.instant()))
                    .isEmpty();
            return numbers;
        }
    }
}
