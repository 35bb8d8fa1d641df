package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.dialect.Call;
import dev.countersign.gateway.dialect.Claim;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LegacyReaderTest {
    private static final Secret SECRET = Secret.of(Calls.SECRET);

    private final TencentDialect dialect = new TencentDialect(TencentOptions.vendor());

    private static Map<String, String> usual() {
        Map<String, String> parameters = Calls.legacyParameters("SetMfaFlag", "2019-01-16");
        parameters.put("OpUin", "123");
        return parameters;
    }

    @Test
    void reads_a_form_and_a_query_alike() {
        Map<String, String> parameters = usual();
        parameters.put("Token", "sts");
        parameters.put("Language", "zh-CN");
        for (Request request : new Request[] {Calls.legacyPost(parameters), Calls.legacyGet(parameters)}) {
            Call call = dialect.read(request);
            assertThat(call.target()).isEqualTo(new Call.Target("tencent", "SetMfaFlag", "2019-01-16", "127"));
            assertThat(call.manner().language()).isEqualTo("zh-CN");
            assertThat(call.ignored())
                    .containsAll(call.parameters().fields().keySet().stream()
                            .filter(name -> !name.equals("OpUin"))
                            .toList());
            Claim.Signed claim = (Claim.Signed) call.claim();
            assertThat(claim.token()).contains("sts");
            claim.signature().verify(SECRET);
        }
    }

    @Test
    void parameters_may_stand_in_query_and_form_but_not_twice() {
        Map<String, String> parameters = usual();
        String signature = Calls.legacySignature("POST", Calls.HOST, parameters, Calls.SECRET);
        parameters.remove("OpUin");
        parameters.put("Signature", signature);
        Headers headers = Calls.legacyForm("").headers();
        String body = Calls.encoded(parameters);
        verify(Calls.request("POST", "OpUin=123", headers, body));
        assertRefused(
                Calls.request("POST", "OpUin=123&Action=SetMfaFlag", headers, body),
                new CallRefusal.Malformed(Malformation.REPEATED, "Action"));
    }

    @Test
    void the_method_defaults_to_sha1_and_unknown_ones_do_too() {
        Map<String, String> parameters = usual();
        parameters.remove("SignatureMethod");
        verify(Calls.legacyPost(parameters));
        parameters.put("SignatureMethod", "HmacMD5");
        verify(Calls.legacyPost(parameters));
    }

    @Test
    void a_line_feed_behind_the_signature_is_trimmed() {
        Map<String, String> parameters = usual();
        Map<String, String> sent = new LinkedHashMap<>(parameters);
        sent.put("Signature", Calls.legacySignature("POST", Calls.HOST, parameters, Calls.SECRET) + "\n");
        verify(Calls.legacyForm(Calls.encoded(sent)));
    }

    @Test
    void the_host_may_be_signed_without_its_port() {
        Map<String, String> parameters = usual();
        Map<String, String> sent = new LinkedHashMap<>(parameters);
        sent.put("Signature", Calls.legacySignature("POST", "127.0.0.1", parameters, Calls.SECRET));
        verify(Calls.legacyForm(Calls.encoded(sent)));
    }

    @Test
    void names_may_be_signed_with_dots_for_underscores() {
        Map<String, String> parameters = usual();
        Map<String, String> sent = new LinkedHashMap<>(parameters);
        parameters.put("Some.Name", "x");
        sent.put("Some_Name", "x");
        sent.put("Signature", Calls.legacySignature("POST", Calls.HOST, parameters, Calls.SECRET));
        verify(Calls.legacyForm(Calls.encoded(sent)));
    }

    @Test
    void a_stray_trace_header_does_not_make_it_version_3() {
        Request plain = Calls.legacyPost(usual());
        Headers headers = Headers.of(
                "Host", Calls.HOST, "Content-Type", Recognition.FORM, "X-TC-TraceId", "1", "X-TC-RequestClient", "x");
        verify(Calls.request("POST", "", headers, plain.body().toUtf8()));
    }

    @Test
    void a_bare_request_lacks_first_of_all_its_timestamp() {
        assertRefused(
                Calls.request("GET", "Nonce=1", Headers.none(), ""), new CallRefusal.CommonMissing("Timestamp", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Timestamp", "Action", "Version", "Nonce", "SecretId", "Signature"})
    void names_a_missing_parameter(String name) {
        Map<String, String> parameters = usual();
        parameters.put("Signature", "x");
        parameters.remove(name);
        assertRefused(Calls.legacyForm(Calls.encoded(parameters)), new CallRefusal.CommonMissing(name, false));
        parameters.put(name, "");
        assertRefused(Calls.legacyForm(Calls.encoded(parameters)), new CallRefusal.CommonMissing(name, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "42818", "7330940136487354204", "18446744073709551615"})
    void a_nonce_has_up_to_64_bits(String nonce) {
        Map<String, String> parameters = usual();
        parameters.put("Nonce", nonce);
        verify(Calls.legacyPost(parameters));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "18446744073709551616", "abc", "1.0", "99999999999999999999999"})
    void any_other_nonce_is_mistyped(String nonce) {
        Map<String, String> parameters = usual();
        parameters.put("Nonce", nonce);
        assertRefused(Calls.legacyPost(parameters), new CallRefusal.ParameterMistyped("Nonce", "integer"));
    }

    @Test
    void timestamp_and_language_follow_the_rules_of_the_headers() {
        Map<String, String> parameters = usual();
        parameters.put("Timestamp", "soon");
        assertRefused(Calls.legacyPost(parameters), new CallRefusal.ParameterMistyped("Timestamp", "integer"));
        parameters = usual();
        parameters.put("Language", "de");
        assertRefused(Calls.legacyPost(parameters), new CallRefusal.CommonInvalid("Language", "de"));
    }

    @Test
    void a_form_beyond_a_megabyte_is_told_of_version_3() {
        Request request = Calls.legacyForm("SecretId=x&A=" + "x".repeat(1_048_576));
        assertRefused(request, new CallRefusal.TooLargeForScheme(1_048_576, "TC3-HMAC-SHA256"));
        Headers headers = Headers.of("Content-Type", Recognition.FORM);
        assertRefused(
                new Request("POST", "/", "SecretId=x", headers, Bytes.none(), "", true),
                new CallRefusal.TooLargeForScheme(1_048_576, "TC3-HMAC-SHA256"));
    }

    @Test
    void a_body_that_this_version_does_not_sign_is_not_read() {
        Map<String, String> parameters = usual();
        parameters.put("Signature", Calls.legacySignature("POST", Calls.HOST, usual(), Calls.SECRET));
        Headers headers = Headers.of("Host", Calls.HOST, "Content-Type", "application/json");
        assertRefused(
                Calls.request("POST", Calls.encoded(parameters), headers, "{\"OpUin\":1}"),
                new CallRefusal.Malformed(Malformation.CONTENT_TYPE, "application/json"));
    }

    @Test
    void nested_input_that_php_signs_as_a_word_is_not_authentic() {
        Map<String, String> parameters = usual();
        Map<String, String> sent = new LinkedHashMap<>(parameters);
        parameters.put("LoginFlag", "Array");
        sent.put("LoginFlag[Wechat]", "1");
        sent.put("Signature", Calls.legacySignature("POST", Calls.HOST, parameters, Calls.SECRET));
        assertThatThrownBy(() -> verify(Calls.legacyForm(Calls.encoded(sent))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isInstanceOf(CallRefusal.NotAuthentic.class));
    }

    private void verify(Request request) {
        ((Claim.Signed) dialect.read(request).claim()).signature().verify(SECRET);
    }

    private void assertRefused(Request request, CallRefusal refusal) {
        assertThatThrownBy(() -> dialect.read(request))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
