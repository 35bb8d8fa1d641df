package dev.countersign.gateway.dialect.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.codec.Hashes;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The published and recomputed vectors of `ACS3-HMAC-SHA256`.
final class Acs3VectorsTest {
    private static final String COMMON =
            "x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
    private static final String CAMS =
            "CustSpaceId=cams-x%2A%20y~%21%27%28%29%2B&Locale=zh_CN&Method=sms" + "&PhoneNumber=8613800001234";

    private static void fits(
            String method,
            String query,
            Headers headers,
            String payloadHash,
            String names,
            String secret,
            String signature) {
        Acs3Signature right = signature(method, query, headers, payloadHash, names, signature);
        assertThatCode(() -> right.verify(Secret.of(secret))).doesNotThrowAnyException();
        String wrong = (signature.startsWith("0") ? "1" : "0") + signature.substring(1);
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> signature(method, query, headers, payloadHash, names, wrong)
                        .verify(Secret.of(secret)));
        assertThat(refused.refusal()).isInstanceOf(CallRefusal.NotAuthentic.class);
    }

    private static Acs3Signature signature(
            String method, String query, Headers headers, String payloadHash, String names, String signature) {
        return new Acs3Signature(
                new Acs3Signature.Signed(method, Form.read(query), headers, payloadHash, payloadHash),
                new Authorization("id", List.of(names.split(";")), signature),
                true);
    }

    private static Headers cams(String action, String payloadHash, String... further) {
        Headers.Builder headers = new Headers.Builder()
                .add("Host", "127.0.0.1:8080")
                .add("x-acs-action", action)
                .add("x-acs-version", "2020-06-06")
                .add("x-acs-date", "2026-01-02T03:04:05Z")
                .add("x-acs-signature-nonce", "0123456789abcdef0123456789abcdef")
                .add("x-acs-content-sha256", payloadHash);
        for (int i = 0; i < further.length; i += 2) {
            headers.add(further[i], further[i + 1]);
        }
        return headers.build();
    }

    @Test
    void the_published_example() {
        Headers headers = Headers.of(
                "host", "ecs.cn-shanghai.aliyuncs.com",
                "x-acs-action", "RunInstances",
                "x-acs-version", "2014-05-26",
                "x-acs-date", "2023-10-26T10:22:32Z",
                "x-acs-signature-nonce", "3156853299f313e23d1673dc12e1703d",
                "x-acs-content-sha256", Hashes.OF_NOTHING);
        fits(
                "POST",
                "ImageId=win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd&RegionId=cn-shanghai",
                headers,
                Hashes.OF_NOTHING,
                "host;" + COMMON,
                "YourAccessKeySecret",
                "06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0");
    }

    @Test
    void the_vector_of_the_sdk_with_a_header_given_twice() {
        fits(
                "",
                "test=ok&empty=",
                Headers.of("x-acs-test", "https", "X-Acs-Test", " http "),
                "55e12e91650d2fec56ec74e1d3e4ddbfce2ef3a65890c2a19ecf88a307e76a23",
                "x-acs-test",
                "secret",
                "4ab59fffe3c5738ff8a2729f90cc04fe18b02a4b15b2102cbaf92f9ff3df2ea3");
    }

    @Test
    void c1_a_query_with_every_awkward_character() {
        fits(
                "POST",
                CAMS,
                cams("GetMigrationVerifyCode", Hashes.OF_NOTHING),
                Hashes.OF_NOTHING,
                "host;" + COMMON,
                "testsecret",
                "bf0b7d7438f179eb8e7e98c9940deb346b644b2332dfc99f2b57101cc427fb30");
    }

    @Test
    void c1_as_clients_really_transmit_it() {
        fits(
                "POST",
                "PhoneNumber=8613800001234&Method=sms&CustSpaceId=cams-x*+y%7E!'()%2B&Locale=zh_CN",
                cams("GetMigrationVerifyCode", Hashes.OF_NOTHING),
                Hashes.OF_NOTHING,
                "host;" + COMMON,
                "testsecret",
                "bf0b7d7438f179eb8e7e98c9940deb346b644b2332dfc99f2b57101cc427fb30");
    }

    @Test
    void c4_a_form_body() {
        String hash = Hashes.sha256(Bytes.utf8("PhoneNumber=8613800001234&VerifyCode=208393"));
        assertThat(hash).isEqualTo("bd19467a2daa15713f703335da61b5328009c6956e1d9780c879613635dc8ea2");
        fits(
                "POST",
                "",
                cams("GetPreValidatePhoneId", hash, "content-type", "application/x-www-form-urlencoded"),
                hash,
                "content-type;host;" + COMMON,
                "testsecret",
                "2745a7ae7437cf2abd73764fcaf29f853e5285f882c846a1ef36f2da5d806e7f");
    }

    @Test
    void c5_a_temporary_key() {
        fits(
                "POST",
                "CustSpaceId=cams-x&Locale=zh_CN&Method=sms&PhoneNumber=8613800001234",
                cams(
                        "GetMigrationVerifyCode",
                        Hashes.OF_NOTHING,
                        "x-acs-accesskey-id",
                        "STS.testid",
                        "x-acs-security-token",
                        "token+/=1"),
                Hashes.OF_NOTHING,
                "host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;"
                        + "x-acs-signature-nonce;x-acs-version",
                "testsecret",
                "1bcaa8df31262242d907bdf0221b089b0b3fbd1f398db92d82c1372c7a0e2d12");
    }

    @Test
    void a_body_other_than_the_announced_one_is_not_authentic() {
        String signature = "bf0b7d7438f179eb8e7e98c9940deb346b644b2332dfc99f2b57101cc427fb30";
        Acs3Signature other = new Acs3Signature(
                new Acs3Signature.Signed(
                        "POST", Form.read(CAMS), cams("GetMigrationVerifyCode", "ab"), Hashes.OF_NOTHING, "ab"),
                new Authorization("id", List.of(("host;" + COMMON).split(";")), signature),
                true);
        assertThat(catchThrowableOfType(Refused.class, () -> other.verify(Secret.of("testsecret"))))
                .isNotNull();
    }
}
