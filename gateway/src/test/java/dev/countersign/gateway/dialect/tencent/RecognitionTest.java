package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecognitionTest {
    private final TencentDialect dialect = new TencentDialect(TencentOptions.vendor());

    @ParameterizedTest
    @ValueSource(strings = {"X-TC-Action", "x-tc-region", "X-TC-TraceId"})
    void any_header_of_the_wire_is_recognised(String name) {
        assertThat(speaks("/", "", Headers.of(name, ""), "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TC3-HMAC-SHA256 Credential=x", "TC3", "SKIP"})
    void its_authorization_is_recognised(String value) {
        assertThat(speaks("/", "", Headers.of("authorization", value), "")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nonce=1", "A=1&Nonce=", "SecretId=x&Nonce=2", "A=%ZZ&SecretId=x", "&&SecretId="})
    void its_parameters_are_recognised_in_query_and_form(String text) {
        assertThat(speaks("/", text, Headers.none(), "")).isTrue();
        assertThat(speaks("/", "", Headers.of("Content-Type", "application/x-www-form-urlencoded"), text))
                .isTrue();
        assertThat(speaks("/", "", Headers.of("Content-Type", "Application/X-WWW-Form-Urlencoded ;q"), text))
                .isTrue();
        assertThat(speaks("/", "", Headers.of("Content-Type", "text/plain"), text))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "XNonce=1", "A=Nonce=1", "nonce=1", "SignatureNonce=x", "Nonce"})
    void nothing_else_is_recognised(String query) {
        assertThat(speaks("/", query, Headers.of("Authorization", "Bearer TC3"), ""))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/verifications", "/dev", "/dev/clock"})
    void paths_of_others_are_left_to_them(String path) {
        assertThat(speaks(path, "Nonce=1", Headers.of("X-TC-Action", "A"), "")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "*", "/prefix/", "/v12", "/device"})
    void any_other_path_is_as_good_as_the_root(String path) {
        assertThat(speaks(path, "", Headers.of("X-TC-Action", "A"), "")).isTrue();
    }

    @Test
    void the_language_is_told_before_anything_is_read() {
        assertThat(manner("", Headers.of("X-TC-Language", "zh-CN"))).isEqualTo("zh-CN");
        assertThat(manner("", Headers.of("X-TC-Language", "en-US"))).isEqualTo("en-US");
        assertThat(manner("", Headers.of("X-TC-Language", "fr-FR"))).isEqualTo("en-US");
        assertThat(manner("", Headers.none())).isEqualTo("en-US");
        assertThat(manner("Nonce=1&Language=zh-CN&A=%", Headers.none())).isEqualTo("zh-CN");
        assertThat(manner("Language=zh-CN", Headers.of("X-TC-Action", "A"))).isEqualTo("en-US");
    }

    private String manner(String query, Headers headers) {
        return dialect.manner(Calls.request("GET", query, headers, "")).language();
    }

    private boolean speaks(String path, String query, Headers headers, String body) {
        return dialect.speaks(new Request("POST", path, query, headers, Bytes.utf8(body), "::1", false));
    }
}
