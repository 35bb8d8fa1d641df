package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.codec.Form.Pair;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What we sign is what the vendor's own page shows.
final class Acs3HeadersTest {
    /// https://help.aliyun.com/document_detail/2712192.html
    @Test
    void the_published_example() {
        Acs3Headers signer = new Acs3Headers("YourAccessKeyId", Secret.of("YourAccessKeySecret"));
        Acs3Headers.Call call = new Acs3Headers.Call(
                "ecs.cn-shanghai.aliyuncs.com",
                "RunInstances",
                "2014-05-26",
                List.of(
                        new Pair("RegionId", "cn-shanghai"),
                        new Pair("ImageId", "win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd")));
        assertThat(signer.headers(call, Instant.parse("2023-10-26T10:22:32.9Z"), "3156853299f313e23d1673dc12e1703d"))
                .containsEntry("x-acs-date", "2023-10-26T10:22:32Z")
                .containsEntry(
                        "Authorization",
                        "ACS3-HMAC-SHA256 Credential=YourAccessKeyId,SignedHeaders=host;x-acs-action;"
                                + "x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,"
                                + "Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }
}
