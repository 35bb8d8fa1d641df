package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.client.Scheme;
import dev.countersign.gateway.codec.Json;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.wire.Value;
import dev.countersign.server.console.sample.Sample;
import dev.countersign.server.console.sample.Samples;
import dev.countersign.server.console.sample.Wanted;
import dev.countersign.value.Bytes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The Explorer's samples are the committed ones. Those for Java and curl are run by tests of their own; the others
/// were held against their SDKs when they were committed (those for Node.js run, the rest read and parsed), so that a
/// change of one has to be seen.
final class SampleReferenceTest {
    private static final Path FILES = Path.of("src/test/resources/samples");
    private static final String PARAMETERS =
            "{\"Name\": \"it's \\\"q\\\" \\\\u000a \\\"\\\"\\\" a&b=c+d%41 é中😀 $x `y`\", \"Flag\": true, \"Empty\": \"\","
                    + " \"Uins\": [100000000011, 12], \"Filters\": [{\"Key\": \"a\", \"Values\": [\"b\", \"c\"]}]}";

    private static final String SAFE = "https://mfa.example.com";
    private static final Pattern CLEAR =
            Pattern.compile("http://|[\"']http[\"']|[\"']HTTP[\"']|REQ_HTTP\\b|--insecure");

    private static Wanted wanted(Scheme scheme, String dialect, String method, String parameters) {
        return wanted(URI.create("http://127.0.0.1:7300"), scheme, dialect, method, parameters);
    }

    private static Wanted wanted(URI server, Scheme scheme, String dialect, String method, String parameters) {
        Outgoing call = new Outgoing(
                new Outgoing.Address(method, server.getAuthority(), dialect.equals("rest") ? "/v1/verifications" : "/"),
                new Outgoing.Asked("AddUser", "2019-01-16", "cam"),
                (Value.Fields) Json.read(Bytes.utf8(parameters), "parameters"),
                new Outgoing.Moment(Instant.EPOCH, "1"));
        return new Wanted(dialect, scheme, server.getScheme(), call);
    }

    private static void write(Map<String, StringBuilder> files, Wanted wanted, String title) {
        for (Sample sample : new Samples().of(wanted)) {
            files.computeIfAbsent(
                            wanted.dialect() + "-" + sample.language().word() + ".txt", name -> new StringBuilder())
                    .append("===== ")
                    .append(title)
                    .append("\ninstall: ")
                    .append(sample.install())
                    .append("\nwatch: ")
                    .append(String.join(" ", sample.traps()))
                    .append("\n\n")
                    .append(sample.code())
                    .append('\n');
        }
    }

    @Test
    void each_sample_is_the_committed_one() throws IOException {
        Map<String, StringBuilder> files = new TreeMap<>();
        for (String dialect : List.of("tencent", "alibaba", "rest")) {
            for (Scheme scheme : Scheme.of(dialect)) {
                for (String method : List.of("POST", "GET")) {
                    write(files, wanted(scheme, dialect, method, PARAMETERS), scheme.algorithm() + " with " + method);
                }
            }
            Scheme newest = Scheme.of(dialect).getFirst();
            write(files, wanted(newest, dialect, "POST", "{}"), newest.algorithm() + " without parameters");
            for (Scheme scheme : Scheme.of(dialect)) {
                for (String method : List.of("POST", "GET")) {
                    write(
                            files,
                            wanted(URI.create(SAFE), scheme, dialect, method, "{\"Name\": \"carol\"}"),
                            scheme.algorithm() + " with " + method + " over HTTPS");
                }
            }
            write(
                    files,
                    wanted(URI.create(SAFE), newest, dialect, "POST", "{}"),
                    newest.algorithm() + " without parameters over HTTPS");
        }
        assertThat(files).hasSize(23);
        for (Map.Entry<String, StringBuilder> file : files.entrySet()) {
            Published.requireCommitted(
                    FILES.resolve(file.getKey()), file.getValue().toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tencent", "alibaba", "rest"})
    void a_server_behind_tls_is_called_over_tls_in_every_language(String dialect) {
        for (Scheme scheme : Scheme.of(dialect)) {
            for (String method : List.of("POST", "GET")) {
                for (String parameters : List.of(PARAMETERS, "{}")) {
                    for (Sample sample :
                            new Samples().of(wanted(URI.create(SAFE), scheme, dialect, method, parameters))) {
                        assertThat(sample.code())
                                .as("%s with %s in %s", scheme, method, sample.language())
                                .contains("mfa.example.com")
                                .doesNotContainPattern(CLEAR);
                        assertThat(sample.traps()).doesNotContain("trap.tencent.tccli.http");
                    }
                    for (Sample sample : new Samples().of(wanted(scheme, dialect, method, parameters))) {
                        assertThat(sample.code())
                                .as("%s with %s in %s", scheme, method, sample.language())
                                .containsPattern(CLEAR)
                                .doesNotContainPattern("(?i)https|--secure");
                    }
                }
            }
        }
    }

    /// What a generic client can't do is said beside its sample, and only there.
    @ParameterizedTest
    @CsvSource({
        "tc3, tencent, POST, ''",
        "tc3, tencent, GET, 'go php tccli'",
        "v1-sha1, tencent, POST, 'go php tccli'",
        "v1-sha256, tencent, GET, 'go php tccli'",
        "acs3, alibaba, POST, aliyun",
        "acs3, alibaba, GET, aliyun",
        "rpc-v1, alibaba, POST, ''",
        "bearer, rest, GET, ''"
    })
    void a_sample_says_where_it_is_not_signed_as_chosen(String scheme, String dialect, String method, String others) {
        assertThat(new Samples()
                        .of(wanted(Scheme.named(scheme).orElseThrow(), dialect, method, PARAMETERS)).stream()
                                .filter(sample -> sample.traps().contains("trap.scheme"))
                                .map(sample -> sample.language().word()))
                .containsExactlyInAnyOrder(others.isEmpty() ? new String[0] : others.split(" "));
    }
}
