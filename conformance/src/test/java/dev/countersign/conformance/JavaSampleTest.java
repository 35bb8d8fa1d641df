package dev.countersign.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tencentcloudapi.common.Credential;
import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Form.Pair;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The Explorer's samples for Java, as its page shows them, compiled against the official SDKs and run.
class JavaSampleTest {
    private static final String CAM = "/console/explorer/tencent/cam/2019-01-16/";
    private static final String AWKWARD = "it's \"q\" \\u000a \"\"\" a&b=c+d%41 \\n é中😀 ${x}";

    @TempDir
    static Path directory;

    private static DevServer server;

    @BeforeAll
    static void start() {
        server = DevServer.start(directory.resolve("world"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /// What the sample of a filled form prints, run with a key's variables.
    private static String run(String address, Map<String, String> variables, String... namesAndValues)
            throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>(List.of(new Pair("do", "show")));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(new Pair(namesAndValues[i], namesAndValues[i + 1]));
        }
        Path folder = Files.createTempDirectory(directory, "call");
        Path file = Files.writeString(folder.resolve("Call.java"), sample(address, Form.write(pairs)));
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        file.toString())
                .redirectErrorStream(true);
        java.environment().putAll(variables);
        Process running = java.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private static String sample(String address, String form) throws IOException, InterruptedException {
        String base = "http://127.0.0.1:" + server.port();
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", base)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String page =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            Matcher code = Pattern.compile("id=\"text-java\"[^>]*>([^<]*)<").matcher(page);
            assertThat(code.find()).as(page).isTrue();
            return code.group(1)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&#34;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }
    }

    private static Map<String, String> tencent(Credential key) {
        return Map.of("TENCENTCLOUD_SECRET_ID", key.getSecretId(), "TENCENTCLOUD_SECRET_KEY", key.getSecretKey());
    }

    @ParameterizedTest
    @CsvSource({"tc3, POST", "tc3, GET", "v1-sha1, POST", "v1-sha256, GET"})
    void tencents_generic_client_sends_what_was_filled(String scheme, String method) throws Exception {
        String name = "u-" + scheme + method;
        assertThat(run(
                        CAM + "AddUser",
                        tencent(DevServer.ROOT),
                        "scheme",
                        scheme,
                        "method",
                        method,
                        "p.Name",
                        name,
                        "p.Remark",
                        AWKWARD))
                .contains("\"Uin\":");
        assertThat(run(CAM + "GetUser", tencent(DevServer.ALICE), "scheme", "tc3", "p.Name", name))
                .contains("it's \\\"q\\\" \\\\u000a \\\"\\\"\\\" a&b=c+d%41 \\\\n é中😀 ${x}");
    }

    @ParameterizedTest
    @CsvSource({"acs3, POST", "acs3, GET", "rpc-v1, POST", "rpc-v1, GET"})
    void alibabas_generic_client_sends_what_was_filled(String scheme, String method) throws Exception {
        assertThat(run(
                        "/console/explorer/alibaba/sts/2015-04-01/AssumeRole",
                        Map.of(
                                "ALIBABA_CLOUD_ACCESS_KEY_ID", DevServer.ALICE.getSecretId(),
                                "ALIBABA_CLOUD_ACCESS_KEY_SECRET", DevServer.ALICE.getSecretKey()),
                        "scheme",
                        scheme,
                        "method",
                        method,
                        "p.RoleArn",
                        "acs:ram::1000000000000001:role/dev-operator",
                        "p.RoleSessionName",
                        "nightly",
                        "p.ExternalId",
                        "a=b,c.d@e:f/g-h_i"))
                .contains("role/dev-operator/nightly", "SecurityToken");
    }

    @Test
    void our_own_api_takes_plain_java() throws Exception {
        assertThat(run(
                        "/console/explorer/rest/countersign/v1/StartVerification",
                        Map.of("COUNTERSIGN_KEY", "csk_dev_root"),
                        "scheme",
                        "bearer",
                        "p.to",
                        "+85261230077",
                        "p.channel",
                        "sms",
                        "p.purpose",
                        "login"))
                .contains("201", "\"status\":\"pending\"");
        assertThat(run(
                        "/console/explorer/rest/countersign/v1/GetVerification",
                        Map.of("COUNTERSIGN_KEY", "csk_dev_root"),
                        "scheme",
                        "bearer",
                        "p.id",
                        "a/b\"c"))
                .contains("404");
    }
}
