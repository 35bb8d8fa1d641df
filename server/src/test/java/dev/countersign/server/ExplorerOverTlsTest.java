package dev.countersign.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.server.ServedConsole.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Explorer of a server that browsers and SDKs reach over TLS.
final class ExplorerOverTlsTest {
    private static final Pattern CODE = Pattern.compile("id=\"text-([a-z]+)\"[^>]*>([^<]*)<");

    @TempDir
    static Path directory;

    @Test
    void code_reaches_it_over_tls_in_every_language() {
        try (ServedConsole console = new ServedConsole(directory, false, "https")) {
            Browser operator = console.browser().in("operator");
            for (String address : List.of(
                    "tencent/sts/2018-08-13/GetCallerIdentity?scheme=tc3",
                    "tencent/sts/2018-08-13/GetCallerIdentity?scheme=v1-sha256",
                    "alibaba/sts/2015-04-01/GetCallerIdentity?scheme=acs3",
                    "rest/countersign/v1/StartVerification?scheme=bearer")) {
                List<MatchResult> samples = CODE.matcher(
                                operator.get("/console/explorer/" + address).text())
                        .results()
                        .toList();
                assertThat(samples).as(address).hasSizeGreaterThanOrEqualTo(7);
                for (MatchResult sample : samples) {
                    assertThat(sample.group(2))
                            .as("%s in %s", address, sample.group(1))
                            .contains(console.base().substring("https://".length()))
                            .doesNotContain("http://", "--insecure", "\"http\"", "\"HTTP\"")
                            .doesNotContainPattern("REQ_HTTP\\b");
                }
            }
            assertThat(operator.get("/console/explorer/rest/countersign/v1/StartVerification?scheme=bearer")
                            .text())
                    .contains("curl -sS '" + console.base() + "/v1/verifications'");
        }
    }
}
