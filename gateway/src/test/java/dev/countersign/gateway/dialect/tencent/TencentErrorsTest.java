package dev.countersign.gateway.dialect.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.gateway.dialect.Dialect.Manner;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.ErrorCode.Kind;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.value.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TencentErrorsTest {
    private static final RequestId ID = new RequestId("cf75531d-b72d-4dcb-b0ed-d1c029a37f38");
    private static final Manner CHINESE = new Manner("zh-CN");

    private final TencentDialect dialect = new TencentDialect(TencentOptions.vendor());

    /// A refusal, its code, and its English text.
    record Row(CallRefusal refusal, String code, String text) {
        @Override
        public String toString() {
            return refusal.getClass().getSimpleName() + " " + code;
        }
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(
                        new CallRefusal.MethodUnsupported("PUT"),
                        "UnsupportedProtocol",
                        "The HTTP method of the request is not supported. Only GET and POST are."),
                row(
                        new CallRefusal.TooLarge(10_485_760),
                        "RequestSizeLimitExceeded",
                        "The size of the request exceeds the limit `10240` KB."),
                row(
                        new CallRefusal.TooLargeForScheme(1_048_576, "TC3-HMAC-SHA256"),
                        "AuthFailure.SignatureFailure",
                        "The provided credentials could not be validated because of exceeding request size limit, "
                                + "please use new signature method `TC3-HMAC-SHA256`."),
                malformed(
                        Malformation.NOT_JSON,
                        "application/json",
                        "InvalidParameter",
                        "The request content not valid json format for specified content-type=application/json."),
                malformed(
                        Malformation.CONTENT_TYPE,
                        "multipart/form-data",
                        "InvalidRequest",
                        "The request body of content-type=`multipart/form-data` is not supported. Please use "
                                + "`application/json` with signature method `TC3-HMAC-SHA256`, or "
                                + "`application/x-www-form-urlencoded` with `HmacSHA1` or `HmacSHA256`."),
                malformed(Malformation.NOT_HTTP, "", "InvalidRequest", "The request is not well-formed HTTP/1.1."),
                malformed(
                        Malformation.PAIR_NOT_SPLIT,
                        "",
                        "InvalidParameter",
                        "Url key and value should be splited by `=`."),
                malformed(
                        Malformation.EMPTY_NAME,
                        "",
                        "InvalidParameter",
                        "The request has a parameter key which is empty string."),
                malformed(Malformation.BAD_ENCODING, "x", "InvalidParameter", "Parameter `x` format invalid."),
                malformed(
                        Malformation.BAD_ENCODING,
                        "",
                        "InvalidParameter",
                        "The request content not valid percent-encoded UTF-8 format."),
                malformed(Malformation.REPEATED, "x", "InvalidParameter", "Parameter `x` input repeated."),
                malformed(
                        Malformation.ARRAY_NOT_DENSE,
                        "x",
                        "InvalidParameter",
                        "Parameter `x` invalid array format, array index must be continuous and starts with 0."),
                malformed(
                        Malformation.TOO_DEEP_OR_MANY,
                        "",
                        "InvalidParameter",
                        "The request has too many parameters, or parameters that are nested too deep or named too "
                                + "long."),
                row(
                        new CallRefusal.CommonMissing("X-TC-Action", true),
                        "MissingParameter",
                        "The request header is missing a required common parameter `X-TC-Action`."),
                row(
                        new CallRefusal.CommonMissing("Timestamp", false),
                        "MissingParameter",
                        "The request is missing a required parameter `Timestamp`."),
                row(
                        new CallRefusal.CommonInvalid("X-TC-Content-SHA256", "x"),
                        "InvalidParameterValue",
                        "The value specified in `X-TC-Content-SHA256` is not correct."),
                row(
                        new CallRefusal.CommonInvalid("X-TC-Language", "fr"),
                        "InvalidParameterValue",
                        "The value `fr` specified in the parameter `X-TC-Language` is not valid."),
                row(
                        new CallRefusal.ActionUnknown("X{0}$1", "2018-06-08", "tcb"),
                        "InvalidAction",
                        "The request action=`X{0}$1` is invalid or not found in service=`tcb` and "
                                + "version=`2018-06-08`."),
                row(
                        new CallRefusal.VersionUnknown("2019-07-22", "tms"),
                        "NoSuchVersion",
                        "The specified api version=`2019-07-22` does not exist in service=`tms`."),
                row(
                        new CallRefusal.TimestampOutside(Instant.ofEpochSecond(1_706_406_788)),
                        "AuthFailure.SignatureExpire",
                        "Signature expired. Please use local time and enable NTP service for time synchronization to "
                                + "avoid a deviation between `Timestamp` and the server time 1706406788."),
                row(
                        new CallRefusal.AuthorizationMalformed(),
                        "AuthFailure.InvalidAuthorization",
                        "The `Authorization` in the request header is not in the prescribed format."),
                row(
                        new CallRefusal.KeyKindUnknown("x"),
                        "AuthFailure.InvalidSecretId",
                        "The SecretId is not that of a cloud API key. Please check that your SecretId is correct."),
                row(
                        new CallRefusal.KeyUnknown("x"),
                        "AuthFailure.SecretIdNotFound",
                        "The SecretId is not found, please ensure that your SecretId is correct."),
                row(
                        new CallRefusal.KeyDisabled("x"),
                        "AuthFailure.SecretIdNotFound",
                        "The SecretId is not found, please ensure that your SecretId is correct."),
                row(
                        new CallRefusal.NotAuthentic(Optional.empty()),
                        "AuthFailure.SignatureFailure",
                        "The provided credentials could not be validated. Please check your signature is correct."),
                row(
                        new CallRefusal.NotAuthentic(Optional.of("GETx/?A=$1{0}")),
                        "AuthFailure.SignatureFailure",
                        "The provided credentials could not be validated. Please check your signature is correct. "
                                + "The server signed: GETx/?A=$1{0}"),
                row(
                        new CallRefusal.TokenInvalid(CallRefusal.TokenInvalid.Fault.ANOTHER),
                        "AuthFailure.TokenFailure",
                        "The security token is wrong or has expired. Please obtain a new one."),
                row(
                        new CallRefusal.NonceUsed(),
                        "AuthFailure.SignatureFailure",
                        "The provided credentials could not be validated. Please check your signature is correct."),
                row(
                        new CallRefusal.RateExceeded(21, 20, Duration.ZERO),
                        "RequestLimitExceeded",
                        "Your current request times equals to `21` in a second, which exceeds the frequency limit "
                                + "`20` for a second. Please reduce the frequency of calls."),
                row(
                        new CallRefusal.NotPermitted("intlpartnersmgt:SendVerifyCode", "*"),
                        "UnauthorizedOperation",
                        "[request id:" + ID + "]you are not authorized to perform operation "
                                + "(intlpartnersmgt:SendVerifyCode)\nresource (*) has no permission\n"),
                row(
                        new CallRefusal.NotSubscribed("intlpartnersmgt:SendVerifyCode"),
                        "UnauthorizedOperation",
                        "[request id:" + ID + "]you are not authorized to perform operation "
                                + "(intlpartnersmgt:SendVerifyCode)\nresource (*) has no permission\n"),
                row(
                        new CallRefusal.MfaRequired(),
                        "AuthFailure.MFAFailure",
                        "The multi-factor authentication (MFA) failed."),
                row(
                        new CallRefusal.ParameterUnknown("$schema"),
                        "UnknownParameter",
                        "The parameter `$schema` is not recognized."),
                row(
                        new CallRefusal.ParameterMissing("X"),
                        "MissingParameter",
                        "The request is missing a required parameter `X`."),
                row(
                        new CallRefusal.ParameterMistyped("X", "string"),
                        "InvalidParameter",
                        "The value type of parameter `X` is not valid."),
                row(
                        new CallRefusal.ParameterInvalid("X"),
                        "InvalidParameterValue",
                        "A value specified in X is not valid, is unsupported, or cannot be used."),
                row(
                        new CallRefusal.IdempotencyKeyReused(),
                        "InvalidParameter",
                        "The idempotency key was used before, for another request."),
                row(
                        new CallRefusal.Overloaded(Duration.ZERO),
                        "ServiceUnavailable",
                        "The service is temporarily unavailable. Please try again later."));
    }

    private static Row row(CallRefusal refusal, String code, String text) {
        return new Row(refusal, code, text);
    }

    private static Row malformed(Malformation kind, String subject, String code, String text) {
        return new Row(new CallRefusal.Malformed(kind, subject), code, text);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_refusal_has_the_vendors_code_and_words(Row row) {
        ErrorCode code = dialect.common(row.refusal(), ID, Manner.ENGLISH);
        assertThat(code.code()).isEqualTo(row.code());
        assertThat(code.message()).isEqualTo(row.text());
        assertThat(code.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void the_language_changes_the_words_and_never_the_code(Row row) {
        ErrorCode code = dialect.common(row.refusal(), ID, CHINESE);
        assertThat(code.code()).isEqualTo(row.code());
        assertThat(code.message()).containsPattern("\\p{IsHan}");
    }

    @Test
    void every_refusal_and_every_malformation_has_a_row() {
        List<CallRefusal> refusals = rows().map(Row::refusal).toList();
        assertThat(Arrays.stream(CallRefusal.class.getPermittedSubclasses()))
                .allMatch(type -> refusals.stream().anyMatch(type::isInstance));
        assertThat(Malformation.values())
                .allMatch(kind -> refusals.stream()
                        .anyMatch(refusal ->
                                refusal instanceof CallRefusal.Malformed malformed && malformed.kind() == kind));
    }

    @Test
    void chinese_words_are_the_vendors_where_they_are_known() {
        assertThat(chinese(new CallRefusal.KeyUnknown("x"))).isEqualTo("SecretId不存在，请输入正确的密钥。");
        assertThat(chinese(new CallRefusal.NotAuthentic(Optional.empty()))).isEqualTo("请求签名验证失败，请检查您的签名计算是否正确。");
        assertThat(chinese(new CallRefusal.TooLargeForScheme(1, "TC3-HMAC-SHA256")))
                .isEqualTo("由于请求包大小超过限制，请求签名验证失败，请使用新的签名方法 `TC3-HMAC-SHA256`。");
        assertThat(chinese(new CallRefusal.ParameterMissing("XXX"))).isEqualTo("请求缺少必传参数 XXX。");
        assertThat(chinese(new CallRefusal.ParameterMistyped("xxx", "string"))).isEqualTo("参数 `xxx` 取值类型错误。");
        assertThat(chinese(new CallRefusal.RateExceeded(21, 20, Duration.ZERO)))
                .isEqualTo("您当前每秒请求 `21` 次，超过了每秒频率上限 `20`，请稍后重试。");
    }

    private String chinese(CallRefusal refusal) {
        return dialect.common(refusal, ID, CHINESE).message();
    }

    @Test
    void a_long_value_is_quoted_only_so_far() {
        String message = dialect.common(new CallRefusal.ParameterUnknown("x".repeat(5_000)), ID, Manner.ENGLISH)
                .message();
        assertThat(message).hasSizeLessThan(200).contains("x".repeat(128) + "…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ActionOffline",
                "AuthFailure.InvalidAuthorization",
                "AuthFailure.InvalidSecretId",
                "AuthFailure.MFAFailure",
                "AuthFailure.SecretIdNotFound",
                "AuthFailure.SignatureExpire",
                "AuthFailure.SignatureFailure",
                "AuthFailure.TokenFailure",
                "AuthFailure.UnauthorizedOperation",
                "DryRunOperation",
                "FailedOperation",
                "InternalError",
                "InvalidAction",
                "InvalidParameter",
                "InvalidParameterValue",
                "InvalidRequest",
                "IpInBlacklist",
                "IpNotInWhitelist",
                "LimitExceeded",
                "MissingParameter",
                "NoSuchProduct",
                "NoSuchVersion",
                "RequestLimitExceeded",
                "RequestLimitExceeded.GlobalRegionUinLimitExceeded",
                "RequestLimitExceeded.IPLimitExceeded",
                "RequestLimitExceeded.UinLimitExceeded",
                "RequestSizeLimitExceeded",
                "ResponseSizeLimitExceeded",
                "ResourceInUse",
                "ResourceInsufficient",
                "ResourceNotFound",
                "ResourceUnavailable",
                "ServiceUnavailable",
                "UnauthorizedOperation",
                "UnknownParameter",
                "UnsupportedOperation",
                "UnsupportedRegion",
                "UnsupportedProtocol"
            })
    void every_common_code_can_be_named(String name) {
        ErrorCode english = dialect.named(name, ID, Manner.ENGLISH).orElseThrow();
        assertThat(english.code()).isEqualTo(name);
        assertThat(english.message()).isNotBlank().doesNotContain("{");
        assertThat(dialect.named(name, ID, CHINESE).orElseThrow().message()).containsPattern("\\p{IsHan}");
    }

    @Test
    void the_catalogue_has_each_common_code_once() {
        List<String> codes = dialect.commonCodes(Manner.ENGLISH).stream()
                .map(ErrorCode::code)
                .toList();
        assertThat(codes).hasSize(38).doesNotHaveDuplicates().isSorted();
        assertThat(dialect.commonCodes(CHINESE)).extracting(ErrorCode::code).isEqualTo(codes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Nonsense", "MissingParameter#header", "#header"})
    void nothing_else_can_be_named(String name) {
        assertThat(dialect.named(name, ID, Manner.ENGLISH)).isEmpty();
    }

    @Test
    void kinds_say_who_can_do_something_about_it() {
        assertThat(dialect.internal(Manner.ENGLISH).kind()).isEqualTo(Kind.FAULT);
        assertThat(kind("RequestLimitExceeded")).isEqualTo(Kind.THROTTLE);
        assertThat(kind("ServiceUnavailable")).isEqualTo(Kind.THROTTLE);
        assertThat(kind("InvalidParameter")).isEqualTo(Kind.REFUSAL);
    }

    private Kind kind(String code) {
        return dialect.named(code, ID, Manner.ENGLISH).orElseThrow().kind();
    }

    @Test
    void both_languages_have_the_same_texts() {
        Texts texts = Texts.load();
        assertThat(texts.keys(CHINESE)).isEqualTo(texts.keys(Manner.ENGLISH));
    }

    @Test
    void an_actions_code_has_its_pages_text_in_english_and_its_own_in_chinese() {
        String code = "FailedOperation.SendVerifyCodeLimit60";
        assertThat(dialect.wording(code, "page's text", Manner.ENGLISH)).isEqualTo("page's text");
        assertThat(dialect.wording(code, "page's text", CHINESE)).isEqualTo("发送短信验证码的间隔应大于60秒，请稍后再试。");
        assertThat(dialect.wording("Unheard.Of", "page's text", CHINESE)).isEqualTo("page's text");
    }
}
