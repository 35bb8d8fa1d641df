package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What we sign is what the vendor's own page shows.
final class Tc3HeadersTest {
    private static final Secret SECRET = Secret.of("Gu5t9xGARNpq86cd98joQYCN3EXAMPLE");
    private static final Tc3Headers SIGNER = new Tc3Headers("AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE", SECRET);

    private static Tc3Headers.Call call(String region) {
        return new Tc3Headers.Call(
                "cvm.tencentcloudapi.com",
                "cvm",
                "DescribeInstances",
                "2017-03-12",
                region,
                Bytes.utf8("{\"Limit\": 1, \"Filters\": [{\"Values\": [\"\\u672a\\u547d\\u540d\"], "
                        + "\"Name\": \"instance-name\"}]}"));
    }

    /// https://cloud.tencent.com/document/api/213/30654
    @Test
    void the_published_example() {
        Map<String, String> headers = SIGNER.headers(call("ap-guangzhou"), Instant.ofEpochSecond(1551113065));
        assertThat(headers)
                .containsEntry("X-TC-Action", "DescribeInstances")
                .containsEntry("X-TC-Version", "2017-03-12")
                .containsEntry("X-TC-Timestamp", "1551113065")
                .containsEntry("X-TC-Region", "ap-guangzhou")
                .containsEntry("Content-Type", "application/json; charset=utf-8")
                .containsEntry(
                        "Authorization",
                        "TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request,"
                                + " SignedHeaders=content-type;host,"
                                + " Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168");
    }

    @Test
    void a_day_later_another_key_signs() {
        Instant first = Instant.parse("2026-11-22T23:59:59Z");
        assertThat(SIGNER.headers(call(""), first).get("Authorization")).contains("/2026-11-22/cvm/");
        assertThat(SIGNER.headers(call(""), first.plusSeconds(1)).get("Authorization"))
                .contains("/2026-11-23/cvm/");
        assertThat(SIGNER.headers(call(""), first)).doesNotContainKey("X-TC-Region");
    }
}
