package dev.countersign.bench.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process that is killed and started again.
final class Mortal implements AutoCloseable {
    private final List<String> command;
    private final Path log;
    private Process process;

    /// Starts it, and waits until it says that it is ready.
    ///
    /// @param log where it complains to
    /// @param mainAndArguments the class that it runs, and its arguments
    Mortal(Path log, String... mainAndArguments) throws IOException {
        this.command = java(mainAndArguments);
        this.log = log;
        this.process = start();
    }

    /// A Java that has the class path of this one.
    static List<String> java(String... mainAndArguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Djdk.httpclient.allowRestrictedHeaders=host",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(mainAndArguments));
        return command;
    }

    private Process start() throws IOException {
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("ready")) {
                return started;
            }
        }
        throw new IllegalStateException("it ended before it was ready; see " + log);
    }

    /// Lets it live for so long.
    ///
    /// @throws IllegalStateException when it ends by itself
    void live(long millis) throws InterruptedException {
        if (process.waitFor(millis, TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("it ended by itself with " + process.exitValue() + "; see " + log);
        }
    }

    /// `kill -9`, and another life.
    void kill() throws IOException, InterruptedException {
        process.destroyForcibly();
        process.waitFor();
        process = start();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
