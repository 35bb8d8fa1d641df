package dev.countersign.gateway.dialect.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.AreaNotServed;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refusal;
import dev.countersign.refusal.SendQuota;
import dev.countersign.refusal.SendRefusal;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemsTest {
    private static final RequestId ID = new RequestId("01890a5d-ac96-474b-bcce-b302099a8057");
    private static final Dialect.Manner CHINESE = new Dialect.Manner("zh-CN");
    private static final String INSTANCE = "\"instance\":\"urn:uuid:01890a5d-ac96-474b-bcce-b302099a8057\"";

    private final RestDialect dialect = new RestDialect(List.of());

    /// Every case of a refused call, with the status and code that answer it.
    private static final List<Case> CASES = List.of(
            new Case(new CallRefusal.MethodUnsupported("PUT", List.of("GET", "POST")), 405, "method-not-allowed"),
            new Case(new CallRefusal.TooLarge(1_048_576), 413, "body-too-large"),
            new Case(new CallRefusal.TooLargeForScheme(10, "x"), 413, "body-too-large"),
            new Case(new CallRefusal.Malformed(Malformation.NOT_JSON, "x"), 400, "request-malformed"),
            new Case(new CallRefusal.Malformed(Malformation.CONTENT_TYPE, "x"), 415, "content-type-unsupported"),
            new Case(new CallRefusal.CommonMissing("Authorization", true), 401, "key-missing"),
            new Case(new CallRefusal.CommonMissing("Other", true), 400, "header-missing"),
            new Case(new CallRefusal.CommonInvalid("Idempotency-Key", ""), 400, "request-invalid"),
            new Case(new CallRefusal.ActionUnknown("/v1/x", "v1", ""), 404, "not-found"),
            new Case(new CallRefusal.VersionUnknown("v9", ""), 404, "not-found"),
            new Case(new CallRefusal.TimestampOutside(Instant.EPOCH), 401, "key-not-accepted"),
            new Case(new CallRefusal.AuthorizationMalformed(), 401, "authorization-malformed"),
            new Case(new CallRefusal.KeyKindUnknown("k"), 401, "key-not-accepted"),
            new Case(new CallRefusal.KeyUnknown("k"), 401, "key-not-accepted"),
            new Case(new CallRefusal.KeyDisabled("k"), 401, "key-not-accepted"),
            new Case(new CallRefusal.NotAuthentic(Optional.of("signed text")), 401, "key-not-accepted"),
            new Case(new CallRefusal.TokenInvalid(CallRefusal.TokenInvalid.Fault.ANOTHER), 401, "key-not-accepted"),
            new Case(new CallRefusal.NonceUsed(), 401, "key-not-accepted"),
            new Case(new CallRefusal.RateExceeded(4, 3, Duration.ofMillis(250)), 429, "rate-exceeded"),
            new Case(new CallRefusal.NotPermitted("x:Y", "*"), 403, "not-permitted"),
            new Case(new CallRefusal.MfaRequired(), 403, "mfa-required"),
            new Case(new CallRefusal.NotSubscribed("x"), 403, "not-subscribed"),
            new Case(new CallRefusal.ParameterUnknown("p"), 400, "parameter-unknown"),
            new Case(new CallRefusal.ParameterMissing("p"), 400, "parameter-missing"),
            new Case(new CallRefusal.ParameterMistyped("p", "integer"), 400, "parameter-mistyped"),
            new Case(new CallRefusal.ParameterInvalid("p"), 400, "parameter-invalid"),
            new Case(new CallRefusal.IdempotencyKeyReused(), 422, "idempotency-key-reused"),
            new Case(new CallRefusal.Overloaded(Duration.ofSeconds(1)), 503, "overloaded"));

    private record Case(CallRefusal refusal, int status, String code) {}

    private Response written(ErrorCode code, Dialect.Manner manner) {
        return dialect.refuse(ID, code, manner);
    }

    private Response written(CallRefusal refusal) {
        return written(dialect.common(refusal, ID, Dialect.Manner.ENGLISH), Dialect.Manner.ENGLISH);
    }

    private Response detailed(Refusal refusal) {
        ErrorCode plain = ErrorCode.of("some-code", "Some text.", 429, ErrorCode.Kind.THROTTLE);
        return written(dialect.detailed(plain, refusal), Dialect.Manner.ENGLISH);
    }

    @Test
    void the_cases_above_are_all_there_are() {
        assertThat(CASES.stream().map(known -> known.refusal().getClass()).collect(Collectors.toSet()))
                .isEqualTo(Arrays.stream(CallRefusal.class.getPermittedSubclasses())
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_refused_call_has_its_status_and_code_in_both_languages() {
        for (Case known : CASES) {
            ErrorCode english = dialect.common(known.refusal(), ID, Dialect.Manner.ENGLISH);
            ErrorCode chinese = dialect.common(known.refusal(), ID, CHINESE);
            assertThat(english.code()).as(known.toString()).isEqualTo(known.code());
            assertThat(english.status()).as(known.toString()).isEqualTo(known.status());
            assertThat(english.message()).doesNotContain("%s", "…");
            assertThat(chinese.code()).isEqualTo(known.code());
            assertThat(chinese.message()).isNotEqualTo(english.message()).doesNotContain("%s");
        }
    }

    @Test
    void every_401_says_how_to_prove_oneself() {
        for (Case known : CASES) {
            boolean says = dialect.common(known.refusal(), ID, Dialect.Manner.ENGLISH).headers().stream()
                    .anyMatch(header -> header.getKey().equals("WWW-Authenticate")
                            && header.getValue().startsWith("Bearer"));
            assertThat(says)
                    .as(known.toString())
                    .isEqualTo(known.status() == 401 || known.code().equals("not-permitted"));
        }
    }

    @Test
    void the_document_of_a_missing_key() {
        Response response = written(new CallRefusal.CommonMissing("Authorization", true));
        assertThat(response.contentType()).isEqualTo("application/problem+json");
        assertThat(response.headers())
                .containsExactly(
                        Map.entry("X-Request-Id", ID.text()),
                        Map.entry("Cache-Control", "no-store"),
                        Map.entry("WWW-Authenticate", "Bearer"));
        assertThat(response.body().toUtf8())
                .isEqualTo("{\"type\":\"urn:countersign:problem:key-missing\",\"title\":\"Key missing\",\"status\":401,"
                        + "\"detail\":\"The header \\\"Authorization: Bearer <key>\\\" is missing.\","
                        + INSTANCE + "}");
    }

    @Test
    void the_document_of_a_wrong_method_comes_with_the_right_ones() {
        Response response = written(new CallRefusal.MethodUnsupported("PUT", List.of("GET", "POST")));
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers()).contains(Map.entry("Allow", "GET, POST"));
    }

    @Test
    void the_document_of_a_mistyped_parameter() {
        assertThat(written(new CallRefusal.ParameterMistyped("principal", "integer"))
                        .body()
                        .toUtf8())
                .isEqualTo("{\"type\":\"urn:countersign:problem:parameter-mistyped\",\"title\":\"Parameter mistyped\","
                        + "\"status\":400,\"detail\":\"The parameter principal has the wrong type.\"," + INSTANCE
                        + ",\"parameter\":\"principal\",\"expected\":\"integer\"}");
    }

    @Test
    void a_send_that_is_too_soon_says_when_to_come_again() {
        Response response = detailed(new SendRefusal.ResendTooSoon(Duration.ofMillis(41_001)));
        assertThat(response.body().toUtf8())
                .isEqualTo("{\"type\":\"urn:countersign:problem:some-code\",\"title\":\"Some code\",\"status\":429,"
                        + "\"detail\":\"Some text.\"," + INSTANCE
                        + ",\"limit\":\"quiet-period\",\"retryAfterSeconds\":42}");
        assertThat(response.headers()).contains(Map.entry("Retry-After", "42"));
    }

    @Test
    void waits_are_rounded_up_and_never_nothing() {
        for (Map.Entry<Duration, String> wait : Map.of(
                        Duration.ofSeconds(60),
                        "60",
                        Duration.ofNanos(1),
                        "1",
                        Duration.ZERO,
                        "1",
                        Duration.ofSeconds(59).plusNanos(1),
                        "60")
                .entrySet()) {
            assertThat(detailed(new SendRefusal.ResendTooSoon(wait.getKey())).headers())
                    .contains(Map.entry("Retry-After", wait.getValue()));
        }
    }

    @ParameterizedTest
    @EnumSource(SendQuota.class)
    void a_spent_quota_says_which_one(SendQuota quota) {
        Response response = detailed(new SendRefusal.SendQuotaSpent(quota, Duration.ofHours(1)));
        assertThat(response.body().toUtf8()).contains("\"limit\":\"" + quota.label() + "\",\"retryAfterSeconds\":3600");
        assertThat(response.headers()).contains(Map.entry("Retry-After", "3600"));
    }

    @Test
    void a_wrong_code_says_how_many_tries_are_left() {
        assertThat(detailed(new CodeNotAccepted(4)).body().toUtf8()).endsWith(",\"triesLeft\":4}");
    }

    @Test
    void other_facts_stand_beside_their_refusals() {
        assertThat(detailed(new AreaNotServed("852")).body().toUtf8()).endsWith(",\"countryCode\":\"852\"}");
        assertThat(detailed(new SendRefusal.ChannelNotServed("voice")).body().toUtf8())
                .endsWith(",\"channel\":\"voice\"}");
        assertThat(detailed(new SendRefusal.PrincipalUnknown()).body().toUtf8())
                .endsWith(",\"parameter\":\"principal\"}");
    }

    @Test
    void a_long_name_is_shortened_between_characters() {
        String body = written(new CallRefusal.ParameterUnknown("😀".repeat(1000)))
                .body()
                .toUtf8();
        assertThat(body).contains("\"parameter\":\"" + "😀".repeat(64) + "…\"");
    }

    @Test
    void a_fault_says_nothing_of_its_cause() {
        ErrorCode code = dialect.internal(Dialect.Manner.ENGLISH);
        assertThat(code.status()).isEqualTo(500);
        assertThat(code.kind()).isEqualTo(ErrorCode.Kind.FAULT);
    }

    @Test
    void common_codes_are_found_by_name() {
        assertThat(dialect.named("overloaded", ID, CHINESE))
                .map(ErrorCode::status)
                .contains(503);
        assertThat(dialect.named("resend-too-soon", ID, CHINESE)).isEmpty();
        assertThat(dialect.commonCodes(CHINESE)).extracting(ErrorCode::code).doesNotHaveDuplicates();
        for (Case known : CASES) {
            assertThat(dialect.named(known.code(), ID, CHINESE)).isPresent();
        }
    }

    @Test
    void an_action_code_is_worded_in_chinese_where_that_is_asked_for() {
        assertThat(dialect.wording("resend-too-soon", "Wait.", CHINESE)).isNotEqualTo("Wait.");
        assertThat(dialect.wording("resend-too-soon", "Wait.", Dialect.Manner.ENGLISH))
                .isEqualTo("Wait.");
        assertThat(dialect.wording("other", "Wait.", CHINESE)).isEqualTo("Wait.");
    }
}
