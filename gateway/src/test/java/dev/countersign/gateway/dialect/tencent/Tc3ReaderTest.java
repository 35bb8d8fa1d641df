package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class Tc3ReaderTest {
    private static final Secret SECRET = Secret.of(Calls.SECRET);
    private static final String BODY = "{\"MFAToken\":\"a b\"}";

    private final TencentDialect dialect = new TencentDialect(TencentOptions.vendor());

    private static Map<String, String> usual() {
        return Calls.signedHeaders("GetCustomMFATokenInfo", "2019-01-16", BODY);
    }

    private static Request sent(Map<String, String> headers) {
        return Calls.request("POST", "", Calls.headers(headers), BODY);
    }

    @Test
    void reads_a_call() {
        Map<String, String> headers = usual();
        headers.put("X-TC-Token", "sts");
        headers.put("X-TC-Language", "zh-CN");
        Call call = dialect.read(sent(headers));
        assertThat(call.target()).isEqualTo(new Call.Target("tencent", "GetCustomMFATokenInfo", "2019-01-16", "cam"));
        assertThat(call.parameters()).isEqualTo(new Value.Fields(Map.of("MFAToken", Value.text("a b"))));
        assertThat(call.manner().language()).isEqualTo("zh-CN");
        assertThat(call.source()).isEqualTo("127.0.0.1");
        assertThat(call.ignored()).contains("Action", "SecretId", "RequestClient", "Language");
        Claim.Signed claim = (Claim.Signed) call.claim();
        assertThat(claim.keyId()).isEqualTo("AKIDtest");
        assertThat(claim.signedAt()).isEqualTo(Instant.ofEpochSecond(Calls.NOW));
        assertThat(claim.window()).isEqualTo(Duration.ofMinutes(5));
        assertThat(claim.token()).contains("sts");
        claim.signature().verify(SECRET);
    }

    @Test
    void reads_a_get_with_its_query() {
        Call call = dialect.read(Calls.get("SetMfaFlag", "2019-01-16", "LoginFlag.Wechat=1&OpUin=123"));
        assertThat(call.parameters().fields().get("OpUin")).isEqualTo(new Value.Text("123", true));
        ((Claim.Signed) call.claim()).signature().verify(SECRET);
    }

    @Test
    void ignores_query_of_a_post_and_body_of_a_get() {
        Request post = Calls.request("POST", "Other=%", Calls.headers(usual()), BODY);
        assertThat(dialect.read(post).parameters().fields().keySet()).containsExactly("MFAToken");
        Request plain = Calls.get("A", "V", "X=1");
        Request get = Calls.request("GET", "X=1", plain.headers(), "not even JSON");
        assertThat(dialect.read(get).parameters().fields().keySet()).containsExactly("X");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "ap-guangzhou", "nowhere"})
    void any_region_will_do(String region) {
        Map<String, String> headers = usual();
        headers.put("X-TC-Region", region);
        assertThat(dialect.read(sent(headers)).claim()).isInstanceOf(Claim.Signed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-TC-Action", "X-TC-Version", "X-TC-Timestamp", "Authorization"})
    void names_a_missing_header(String name) {
        Map<String, String> headers = usual();
        headers.remove(name);
        assertRefused(sent(headers), new CallRefusal.CommonMissing(name, true));
        headers.put(name, " ");
        assertRefused(sent(headers), new CallRefusal.CommonMissing(name, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"now", "1.5", "1795337960s", "NaN", "0x10", "99999999999999999", "1e9", "١٢٣"})
    void a_timestamp_is_a_whole_number(String timestamp) {
        Map<String, String> headers = usual();
        headers.put("X-TC-Timestamp", timestamp);
        assertRefused(sent(headers), new CallRefusal.ParameterMistyped("X-TC-Timestamp", "integer"));
    }

    @Test
    void a_timestamp_in_milliseconds_is_read_and_left_to_the_window() {
        Map<String, String> headers = usual();
        headers.put("X-TC-Timestamp", "1795337960000");
        Claim.Signed claim = (Claim.Signed) dialect.read(sent(headers)).claim();
        assertThat(claim.signedAt()).isEqualTo(Instant.ofEpochSecond(1_795_337_960_000L));
        assertThatThrownBy(() -> claim.signature().verify(SECRET)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr-FR", "zh-cn", "en", "*"})
    void there_are_two_languages(String language) {
        Map<String, String> headers = usual();
        headers.put("X-TC-Language", language);
        assertRefused(sent(headers), new CallRefusal.CommonInvalid("X-TC-Language", language));
    }

    @Test
    void a_skipped_signature_is_a_claim_that_no_secret_can_prove() {
        Map<String, String> headers = usual();
        headers.put("Authorization", "SKIP");
        assertThat(dialect.read(sent(headers)).claim())
                .isEqualTo(new Claim.Unsigned(Instant.ofEpochSecond(Calls.NOW), Duration.ofMinutes(5)));
        assertThatThrownBy(() -> dialect.explain(sent(headers), SECRET)).isInstanceOf(Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "TC3", "skip", "SKIP x"})
    void any_other_authorization_is_malformed(String authorization) {
        Map<String, String> headers = usual();
        headers.put("Authorization", authorization);
        assertRefused(sent(headers), new CallRefusal.AuthorizationMalformed());
    }

    @ParameterizedTest
    @CsvSource({
        "application/json",
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "APPLICATION/JSON ; x=y"
    })
    void json_is_json_with_any_parameters(String contentType) {
        Map<String, String> headers = usual();
        headers.put("Content-Type", contentType);
        assertThat(dialect.read(sent(headers)).parameters().fields()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=x, multipart/form-data",
        "application/octet-stream, application/octet-stream",
        "application/x-www-form-urlencoded, application/x-www-form-urlencoded",
        "text/plain; charset=utf-8, text/plain",
        "'', ''"
    })
    void no_other_body_is_read(String contentType, String subject) {
        Map<String, String> headers = usual();
        headers.put("Content-Type", contentType);
        assertRefused(sent(headers), new CallRefusal.Malformed(Malformation.CONTENT_TYPE, subject));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "1", "null", "{", "{}x", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "{'a':1}", "\uFEFF{}"})
    void a_body_is_one_json_object(String body) {
        Request request = Calls.request("POST", "", Calls.headers(usual()), body);
        assertRefused(request, new CallRefusal.Malformed(Malformation.NOT_JSON, "application/json"));
    }

    @Test
    void sizes_are_bounded_by_form() {
        Headers headers = Calls.headers(usual());
        assertRefused(Calls.request("GET", "A=" + "x".repeat(32_768), headers, ""), new CallRefusal.TooLarge(32_768));
        assertRefused(
                new Request("POST", "/", "", headers, Bytes.none(), "", true), new CallRefusal.TooLarge(10_485_760));
    }

    @Test
    void only_get_and_post_exist() {
        assertRefused(
                Calls.request("OPTIONS", "", Calls.headers(usual()), BODY),
                new CallRefusal.MethodUnsupported("OPTIONS"));
        assertRefused(Calls.request("HEAD", "", Calls.headers(usual()), ""), new CallRefusal.MethodUnsupported("HEAD"));
    }

    @Test
    void an_announced_hash_must_be_that_of_the_body() {
        Map<String, String> headers = usual();
        headers.put("X-TC-Content-SHA256", Calls.sha256(BODY));
        assertThat(dialect.read(sent(headers)).claim()).isInstanceOf(Claim.Signed.class);
        headers.put("X-TC-Content-SHA256", Calls.sha256(BODY + " "));
        assertRefused(sent(headers), new CallRefusal.CommonInvalid("X-TC-Content-SHA256", Calls.sha256(BODY + " ")));
    }

    @Test
    void an_installation_may_refuse_unsigned_payloads() {
        Map<String, String> headers = usual();
        headers.put("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD");
        assertThat(dialect.read(sent(headers)).claim()).isInstanceOf(Claim.Signed.class);
        assertThatThrownBy(() -> new TencentDialect(new TencentOptions(false, false)).read(sent(headers)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isEqualTo(new CallRefusal.CommonInvalid("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD")));
    }

    @Test
    void a_signature_over_the_body_does_not_pass_as_an_unsigned_payload() {
        Map<String, String> headers = usual();
        headers.put("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD");
        Claim.Signed claim = (Claim.Signed) dialect.read(sent(headers)).claim();
        assertThatThrownBy(() -> claim.signature().verify(SECRET)).isInstanceOf(Refused.class);
    }

    @Test
    void the_scope_has_the_utc_date_of_the_timestamp() {
        Map<String, String> headers = usual();
        headers.computeIfPresent("Authorization", (name, value) -> value.replace("2026-11-22", "2026-11-23"));
        Explanation explanation = dialect.explain(sent(headers), SECRET);
        assertThat(explanation.fits()).isFalse();
        assertThat(explanation.problem())
                .contains("The scope says 2026-11-23, but the UTC date of the timestamp 1795337960 is 2026-11-22.");
    }

    @Test
    void a_signature_that_is_right_for_a_wrong_date_is_not_authentic() {
        Map<String, String> headers = usual();
        headers.computeIfPresent("Authorization", (name, value) -> value.replace("2026-11-22", "2026-11-23"));
        String right = dialect.explain(sent(headers), SECRET).expected();
        headers.computeIfPresent(
                "Authorization", (name, value) -> value.replaceAll("Signature=.*", "Signature=" + right));
        assertThat(dialect.explain(sent(headers), SECRET).firstDifference()).isEmpty();
        Claim.Signed claim = (Claim.Signed) dialect.read(sent(headers)).claim();
        assertThatThrownBy(() -> claim.signature().verify(SECRET)).isInstanceOf(Refused.class);
    }

    @Test
    void an_explanation_shows_where_two_texts_part_and_no_key_when_printed() {
        Explanation explanation = dialect.explain(sent(usual()), SECRET);
        assertThat(explanation.fits()).isTrue();
        assertThat(explanation.keys().keySet()).containsExactly("kDate", "kService", "kSigning");
        assertThat(explanation.stringToSign()).endsWith(Calls.sha256(explanation.canonicalRequest()));
        assertThat(Explanation.firstDifference("host:a\n", "host:a:80\n")).hasValue(6);
        assertThat(explanation.toString()).isEqualTo("Explanation(TC3-HMAC-SHA256, fits=true)");
    }

    @Test
    void what_was_signed_is_told_only_where_the_installation_allows() {
        assertThat(told(TencentOptions.vendor())).isEmpty();
        assertThat(told(TencentOptions.development()).orElseThrow())
                .startsWith("TC3-HMAC-SHA256\n1795337960\n2026-11-22/cam/tc3_request\n")
                .contains("POST\n/\n\ncontent-type:application/json\nhost:127.0.0.1:7300\n");
    }

    private static Optional<String> told(TencentOptions options) {
        Claim.Signed claim =
                (Claim.Signed) new TencentDialect(options).read(sent(usual())).claim();
        try {
            claim.signature().verify(Secret.of("another"));
            throw new AssertionError("it was accepted");
        } catch (Refused refused) {
            return ((CallRefusal.NotAuthentic) refused.refusal()).stringToSign();
        }
    }

    private void assertRefused(Request request, CallRefusal refusal) {
        assertThatThrownBy(() -> dialect.read(request))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
