package dev.countersign.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.store.database.Database;
import dev.countersign.store.database.StoreConfig;
import dev.countersign.testkit.TestClock;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it takes receipts loses none that its carrier was thanked for.
final class ReceiptCrashTest {
    private static final int ACKNOWLEDGED = 300;

    @TempDir
    Path directory;

    @Test
    @Timeout(120)
    void every_receipt_that_was_taken_is_there_once_after_a_kill() throws IOException, InterruptedException {
        List<String> acknowledged = receiveUntilKilled();

        TestClock clock = TestClock.atNoon();
        try (SqlInstallation after =
                SqlInstallation.of(clock, () -> {}, Database.open(new StoreConfig.Sqlite(directory)))) {
            List<String> there = after.databases()
                    .getFirst()
                    .transactions()
                    .read(handle -> handle.createQuery("SELECT reference FROM receipt")
                            .mapTo(String.class)
                            .list());
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED);
            assertThat(there).doesNotHaveDuplicates().containsAll(acknowledged);
        }
    }

    private List<String> receiveUntilKilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingReceiver.class.getName(),
                        directory.toString(),
                        "1000000")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null && acknowledged.size() < ACKNOWLEDGED) {
                acknowledged.add("r" + line);
                line = lines.readLine();
            }
            // By its handle: the process's own method closes what it has said and we have not read yet.
            process.toHandle().destroyForcibly();
            while (line != null && line.length() == 7) {
                acknowledged.add("r" + line);
                line = lines.readLine();
            }
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        return acknowledged;
    }
}
