package dev.countersign.server.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The samples for curl, as the page shows them, run against the server with the variables that it shows.
final class ShellSampleTest {
    private static final String ADD_USER = "/console/explorer/tencent/cam/2019-01-16/AddUser";
    private static final String ASSUME = "/console/explorer/alibaba/sts/2015-04-01/AssumeRole";
    private static final String V1 = "/console/explorer/rest/countersign/v1/";
    private static final String AWKWARD = "it's \"q\" $HOME `id` a&b=c+d%41 \\n é中😀 *~!()";

    @TempDir
    static Path directory;

    private static ConsoleWorld world;

    @BeforeAll
    static void start() {
        world = new ConsoleWorld(directory.resolve("world"));
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void needs_the_tools() {
        for (String tool : List.of("/usr/bin/bash", "/usr/bin/curl", "/usr/bin/openssl")) {
            assumeTrue(Files.isExecutable(Path.of(tool)), tool + " is not here");
        }
    }

    /// What the sample of a filled form answers.
    private static String run(String address, String... namesAndValues) throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(new Pair(namesAndValues[i], namesAndValues[i + 1]));
        }
        String page = world.post(address, Form.write(pairs)).text();
        String script = ExplorerTest.element(page, "variables") + "\n" + ExplorerTest.element(page, "text-curl");
        Path file = Files.writeString(Files.createTempFile(directory, "call", ".sh"), script);
        Process process = new ProcessBuilder("bash", file.toString())
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return answer;
    }

    @ParameterizedTest
    @CsvSource({"tc3, POST", "tc3, GET", "v1-sha1, POST", "v1-sha1, GET", "v1-sha256, POST", "v1-sha256, GET"})
    void curl_calls_tencents_wire(String scheme, String method) throws Exception {
        String name = "u-" + scheme + method;
        String added = run(
                ADD_USER,
                "scheme",
                scheme,
                "method",
                method,
                "key",
                "root",
                "p.Name",
                name,
                "p.Remark",
                AWKWARD,
                "do",
                "show");
        assertThat(added).contains("\"Uin\":");
        assertThat(run(
                        "/console/explorer/tencent/cam/2019-01-16/GetUser",
                        "scheme",
                        scheme,
                        "method",
                        method,
                        "key",
                        "alice",
                        "p.Name",
                        name,
                        "do",
                        "show"))
                .contains("it's \\\"q\\\" $HOME `id` a&b=c+d%41 \\\\n é中😀 *~!()");
    }

    @ParameterizedTest
    @CsvSource({"acs3, POST", "acs3, GET", "rpc-v1, POST", "rpc-v1, GET"})
    void curl_calls_alibabas_wire(String scheme, String method) throws Exception {
        assertThat(run(
                        ASSUME,
                        "scheme",
                        scheme,
                        "method",
                        method,
                        "key",
                        "alice",
                        "p.RoleArn",
                        "acs:ram::1000000000000001:role/dev-operator",
                        "p.RoleSessionName",
                        "nightly",
                        "p.ExternalId",
                        "a=b,c.d@e:f/g-h_i",
                        "do",
                        "show"))
                .contains("role/dev-operator/nightly", "SecurityToken");
    }

    @Test
    void curl_calls_our_own_api() throws Exception {
        assertThat(run(
                        V1 + "StartVerification",
                        "scheme",
                        "bearer",
                        "p.to",
                        "+85261230001",
                        "p.channel",
                        "sms",
                        "p.purpose",
                        "login",
                        "do",
                        "show"))
                .contains("\"status\":\"pending\"");
        assertThat(run(V1 + "GetVerification", "scheme", "bearer", "p.id", "a/b'c", "do", "show"))
                .contains("\"status\":404");
    }
}
