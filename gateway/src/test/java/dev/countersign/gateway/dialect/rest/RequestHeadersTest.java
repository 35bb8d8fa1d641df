package dev.countersign.gateway.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.countersign.gateway.SampleWorld;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.verification.IdempotencyKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestHeadersTest {
    private static Request keyed(String method, String path, String body, String... headers) {
        return SampleWorld.request(method, path, "", Headers.of(headers), body);
    }

    private static Optional<IdempotencyKey> key(String key) {
        return RequestHeaders.idempotency(keyed("POST", "/v1/x", "{}", "Idempotency-Key", key));
    }

    @Test
    void an_idempotency_key_is_1_to_255_visible_ascii_characters() {
        for (String good : List.of("a", "!", "~", "8e03978e-40d5-43e8-bc93-6894a57f9324", "k".repeat(255))) {
            assertThat(key(good)).map(IdempotencyKey::key).contains(good);
        }
        for (String bad : List.of("", " ", "a b", "a\tb", "é", "a\u0000", "\u007f", "k".repeat(256))) {
            assertThatThrownBy(() -> key(bad))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal())
                                    .isEqualTo(new CallRefusal.CommonInvalid("Idempotency-Key", "")));
        }
    }

    @Test
    void two_idempotency_keys_are_refused() {
        assertThatThrownBy(() -> RequestHeaders.idempotency(
                        keyed("POST", "/v1/x", "", "Idempotency-Key", "a", "idempotency-key", "a")))
                .isInstanceOf(Refused.class);
    }

    @Test
    void only_a_post_has_one() {
        assertThat(RequestHeaders.idempotency(keyed("GET", "/v1/x", "", "Idempotency-Key", "a")))
                .isEmpty();
        assertThat(RequestHeaders.idempotency(keyed("POST", "/v1/x", ""))).isEmpty();
    }

    @Test
    void the_fingerprint_tells_requests_apart() {
        List<Optional<IdempotencyKey>> keys = List.of(
                RequestHeaders.idempotency(keyed("POST", "/v1/x", "{}", "Idempotency-Key", "a")),
                RequestHeaders.idempotency(keyed("POST", "/v1/x", "{ }", "Idempotency-Key", "a")),
                RequestHeaders.idempotency(keyed("POST", "/v1/y", "{}", "Idempotency-Key", "a")),
                RequestHeaders.idempotency(keyed("POST", "/v1/x/", "{}", "Idempotency-Key", "a")));
        assertThat(keys).doesNotHaveDuplicates();
        assertThat(RequestHeaders.idempotency(
                        keyed("POST", "/v1/x", "{}", "Idempotency-Key", "a", "Accept-Language", "zh")))
                .isEqualTo(keys.getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zh|zh-CN",
                "zh-CN|zh-CN",
                "zh-Hans-CN|zh-CN",
                "ZH|zh-CN",
                "zh-TW,en;q=0.9|zh-CN",
                "en|en-US",
                "en,zh|en-US",
                "en;q=0.8,zh|zh-CN",
                "zh;q=0.1,en;q=0.2|en-US",
                "fr,zh;q=0.5|zh-CN",
                "fr|en-US",
                "zh;q=0|en-US",
                "*|en-US",
                "''|en-US",
                ";;;|en-US",
                "zh;q=x|en-US",
                "zhx|en-US",
                "\u0000|en-US"
            })
    void the_language_that_is_liked_best_is_spoken(String accepted, String spoken) {
        assertThat(RequestHeaders.manner(Headers.of("Accept-Language", accepted))
                        .language())
                .isEqualTo(spoken);
    }

    @Test
    void english_is_spoken_unless_asked_otherwise() {
        assertThat(RequestHeaders.manner(Headers.none()).language()).isEqualTo("en-US");
        assertThat(RequestHeaders.manner(Headers.of("Accept-Language", "zh,".repeat(10_000)))
                        .language())
                .isEqualTo("en-US");
    }
}
