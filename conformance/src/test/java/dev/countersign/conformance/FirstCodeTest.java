package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the README promises of first calls, run as it is printed there but for the port.
class FirstCodeTest {
    @TempDir
    Path directory;

    private DevServer server;

    @BeforeEach
    void start() {
        server = DevServer.start(directory.resolve("data"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void the_java_program_of_the_readme_prints_a_code() throws Exception {
        Path source = write("FirstCode.java", printed("java first-code-java"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(java, "-cp", System.getProperty("java.class.path"), source.toString()))
                .contains("\"RequestId\"")
                .containsPattern("\"code\":\"[0-9]{6}\"");
    }

    @Test
    void the_migration_of_the_readme_connects_a_number() throws Exception {
        Path source = write("Migration.java", printed("java migration-java"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(java, "-cp", System.getProperty("java.class.path"), source.toString()))
                .contains("GetMigrationVerifyCode {")
                .contains("Status=CONNECTED");
    }

    @Test
    void the_curl_commands_of_the_readme_redeem_a_code() throws Exception {
        assumeTrue(onPath("bash") && onPath("curl"), "bash or curl is not installed");
        Path script = write("first-code.sh", "set -euo pipefail\n" + printed("bash first-code-curl"));
        assertThat(run("bash", script.toString())).contains("\"status\":\"redeemed\"");
    }

    private String printed(String block) throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        Matcher found = Pattern.compile("(?s)```" + block + "\n(.*?)```").matcher(readme);
        assertThat(found.find()).as("a block ```%s in README.md", block).isTrue();
        assertThat(found.group(1)).contains("127.0.0.1:7300");
        return found.group(1).replace("127.0.0.1:7300", "127.0.0.1:" + server.port());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    private static boolean onPath(String tool) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, tool)));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
