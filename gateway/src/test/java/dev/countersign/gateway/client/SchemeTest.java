package dev.countersign.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.alibaba.AlibabaDialect;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions;
import dev.countersign.gateway.dialect.tencent.TencentDialect;
import dev.countersign.gateway.dialect.tencent.TencentOptions;
import dev.countersign.gateway.signing.Outgoing;
import dev.countersign.gateway.signing.Signed;
import dev.countersign.gateway.signing.Signed.Kind;
import dev.countersign.gateway.signing.SigningKey;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the vendors' pages and SDKs sign comes out of our signers, too.
final class SchemeTest {
    private static final String CVM = "cvm.tencentcloudapi.com";
    private static final String LOCAL = "127.0.0.1:8080";
    private static final String KEY_4 = "Gu5t9xGARNpq86cd98joQYCN3EXAMPLE";
    private static final String ID_4 = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE";
    private static final String NONCE = "0123456789abcdef0123456789abcdef";
    private static final Instant ALIBABA_TIME = Instant.parse("2026-01-02T03:04:05Z");

    static Outgoing call(
            String method, String host, Outgoing.Asked asked, Map<String, Value> parameters, Instant at, String nonce) {
        return new Outgoing(
                new Outgoing.Address(method, host, "/"),
                asked,
                new Value.Fields(new LinkedHashMap<>(parameters)),
                new Outgoing.Moment(at, nonce));
    }

    static SigningKey key(String id, String secret) {
        return new SigningKey(id, Secret.of(secret), Optional.empty());
    }

    /// As a server receives it.
    static Request received(Signed call) {
        int query = call.target().indexOf('?');
        Headers.Builder headers = new Headers.Builder();
        call.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
        return new Request(
                call.method(),
                query < 0 ? call.target() : call.target().substring(0, query),
                query < 0 ? "" : call.target().substring(query + 1),
                headers.build(),
                call.body(),
                "127.0.0.1",
                false);
    }

    @Test
    void version_3_of_tencent_signs_what_its_page_prints() {
        Signed get = Scheme.TC3
                .signer()
                .sign(
                        call(
                                "GET",
                                CVM,
                                new Outgoing.Asked("DescribeInstances", "2017-03-12", "cvm"),
                                Map.of("Limit", Value.number(10)),
                                Instant.ofEpochSecond(1_539_084_154),
                                ""),
                        key(ID_4, KEY_4));
        assertThat(get.step(Kind.CANONICAL_REQUEST)).startsWith("GET\n/\nLimit=10\ncontent-type:");
        Map<String, Value> both = new LinkedHashMap<>();
        both.put("Limit", Value.number(10));
        both.put("Offset", Value.number(0));
        Signed page = Scheme.TC3
                .signer()
                .sign(
                        call(
                                "GET",
                                CVM,
                                new Outgoing.Asked("DescribeInstances", "2017-03-12", "cvm"),
                                both,
                                Instant.ofEpochSecond(1_539_084_154),
                                ""),
                        key(ID_4, KEY_4));
        assertThat(page.step(Kind.SIGNATURE))
                .isEqualTo("5da7a33f6993f0614b047e5df4582db9e9bf4672ba50567dba16c6ccf174c474");
        assertThat(page.step(Kind.CARRIED))
                .isEqualTo("TC3-HMAC-SHA256 Credential=" + ID_4 + "/2018-10-09/cvm/tc3_request, "
                        + "SignedHeaders=content-type;host, Signature=" + page.step(Kind.SIGNATURE));
        assertThat(page.steps().stream().map(Signed.Step::name))
                .containsExactly(
                        "CanonicalRequest",
                        "StringToSign",
                        "kDate",
                        "kService",
                        "kSigning",
                        "Signature",
                        "Authorization");
    }

    @Test
    void version_1_of_tencent_signs_what_its_page_prints() {
        Map<String, Value> parameters = Map.of(
                "InstanceIds", new Value.Items(List.of(Value.text("ins-09dx96dg"))),
                "Limit", Value.number(20),
                "Offset", Value.number(0),
                "Region", Value.text("ap-guangzhou"));
        Outgoing.Asked asked = new Outgoing.Asked("DescribeInstances", "2017-03-12", "cvm");
        Instant at = Instant.ofEpochSecond(1_465_185_768);
        for (List<String> vector : List.of(
                List.of("GET", "v1-sha1", "EliP9YW3pW28FpsEdkXt/+WcGeI="),
                List.of("POST", "v1-sha1", "/4JqpPkM1WMS/I5IvWzp5mqoqWY="),
                List.of("GET", "v1-sha256", "A8uy2/o7WBZXYCTWEFpMrVGhGBVlEGIOioeqRM+fzFs="))) {
            Signed signed = Scheme.named(vector.get(1))
                    .orElseThrow()
                    .signer()
                    .sign(call(vector.get(0), CVM, asked, parameters, at, "11886"), key(ID_4, KEY_4));
            assertThat(signed.step(Kind.SIGNATURE)).as(vector.toString()).isEqualTo(vector.get(2));
            assertThat(signed.step(Kind.STRING_TO_SIGN)).startsWith(vector.get(0) + CVM + "/?Action=");
        }
    }

    @Test
    void version_3_of_alibaba_signs_what_sdks_send() {
        Map<String, Value> parameters = new LinkedHashMap<>();
        parameters.put("PhoneNumber", Value.text("8613800001234"));
        parameters.put("VerifyCode", Value.text("208393"));
        Signed form = Scheme.ACS3
                .signer()
                .sign(
                        call(
                                "POST",
                                LOCAL,
                                new Outgoing.Asked("GetPreValidatePhoneId", "2020-06-06", "cams"),
                                parameters,
                                ALIBABA_TIME,
                                NONCE),
                        key("testid", "testsecret"));
        assertThat(form.step(Kind.SIGNATURE))
                .isEqualTo("2745a7ae7437cf2abd73764fcaf29f853e5285f882c846a1ef36f2da5d806e7f");
    }

    @Test
    void version_1_of_alibaba_signs_what_sdks_send() {
        Map<String, Value> parameters = Map.of(
                "CustSpaceId", Value.text("cams-x* y~!'()+"),
                "Locale", Value.text("zh_CN"),
                "Method", Value.text("sms"),
                "PhoneNumber", Value.text("8613800001234"));
        Outgoing.Asked asked = new Outgoing.Asked("GetMigrationVerifyCode", "2020-06-06", "cams");
        for (List<String> vector : List.of(
                List.of("GET", "67utwdgnM+RrmfCHD+zBJo0Z4Lk="), List.of("POST", "EH2Yb5M/e4BjkmhtzjC4KU58ekc="))) {
            Signed signed = Scheme.ALIBABA_V1
                    .signer()
                    .sign(
                            call(vector.get(0), LOCAL, asked, parameters, ALIBABA_TIME, NONCE),
                            key("testid", "testsecret"));
            assertThat(signed.step(Kind.SIGNATURE)).isEqualTo(vector.get(1));
        }
    }

    @Test
    void our_own_api_bears_its_key_and_fills_its_path() {
        Map<String, Value> parameters = new LinkedHashMap<>();
        parameters.put("id", Value.text("a/b c"));
        parameters.put("code", Value.text("123456"));
        Outgoing check = new Outgoing(
                new Outgoing.Address("POST", LOCAL, "/v1/verifications/{id}/check"),
                new Outgoing.Asked("CheckVerification", "v1", "countersign"),
                new Value.Fields(parameters),
                new Outgoing.Moment(ALIBABA_TIME, ""));
        Signed sent = Scheme.BEARER.signer().sign(check, key("", "csk_dev_root"));
        assertThat(sent.target()).isEqualTo("/v1/verifications/a%2Fb%20c/check");
        assertThat(sent.body().toUtf8()).isEqualTo("{\"code\":\"123456\"}");
        assertThat(sent.headers()).contains(Map.entry("Authorization", "Bearer csk_dev_root"));
        assertThat(sent.steps()).isEmpty();
    }

    @Test
    void a_scheme_is_found_by_its_name_and_by_its_wire() {
        for (Scheme scheme : Scheme.values()) {
            assertThat(Scheme.named(scheme.word())).contains(scheme);
        }
        assertThat(Scheme.named("none")).isEmpty();
        assertThat(Scheme.of(new TencentDialect(TencentOptions.vendor()).name()))
                .containsExactly(Scheme.TC3, Scheme.TENCENT_V1_SHA1, Scheme.TENCENT_V1_SHA256);
        assertThat(Scheme.of(new AlibabaDialect(AlibabaOptions.vendor(), request -> false).name()))
                .containsExactly(Scheme.ACS3, Scheme.ALIBABA_V1);
    }
}
