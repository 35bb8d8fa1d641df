package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.dialect.Dialect.Manner;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.ErrorCode.Kind;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.value.RequestId;
import java.util.Optional;

/// The common codes: what a refused call is called on this wire, in the vendor's own words where they are
/// known.
final class TencentErrors {
    private static final int STATUS = 200;
    private static final int MOST_QUOTED = 128;

    private final Texts texts;

    TencentErrors(Texts texts) {
        this.texts = texts;
    }

    /// The code of a refused call. The switch has no default: a new refusal does not build until it has a code
    /// here.
    ErrorCode common(CallRefusal refusal, RequestId id, Manner manner) {
        return switch (refusal) {
            case CallRefusal.MethodUnsupported method -> code(manner, "UnsupportedProtocol", "");
            case CallRefusal.TooLarge large ->
                code(manner, "RequestSizeLimitExceeded", "#limit", large.limitBytes() / 1024);
            case CallRefusal.TooLargeForScheme large ->
                code(manner, "AuthFailure.SignatureFailure", "#size", large.otherScheme());
            case CallRefusal.Malformed malformed -> malformed(malformed, manner);
            case CallRefusal.CommonMissing missing ->
                code(manner, "MissingParameter", missing.header() ? "#header" : "#parameter", missing.name());
            case CallRefusal.CommonInvalid invalid
            when invalid.name().equals("X-TC-Content-SHA256") ->
                code(manner, "InvalidParameterValue", "#hash", invalid.name());
            case CallRefusal.CommonInvalid invalid ->
                code(manner, "InvalidParameterValue", "#value", brief(invalid.value()), invalid.name());
            case CallRefusal.ActionUnknown unknown ->
                code(
                        manner,
                        "InvalidAction",
                        "#action",
                        brief(unknown.action()),
                        brief(unknown.service()),
                        brief(unknown.version()));
            case CallRefusal.VersionUnknown unknown ->
                code(manner, "NoSuchVersion", "#version", brief(unknown.version()), brief(unknown.service()));
            case CallRefusal.TimestampOutside outside ->
                code(
                        manner,
                        "AuthFailure.SignatureExpire",
                        "#time",
                        outside.serverTime().getEpochSecond());
            case CallRefusal.AuthorizationMalformed malformed -> code(manner, "AuthFailure.InvalidAuthorization", "");
            case CallRefusal.KeyKindUnknown unknown -> code(manner, "AuthFailure.InvalidSecretId", "");
            case CallRefusal.KeyUnknown unknown -> code(manner, "AuthFailure.SecretIdNotFound", "");
            case CallRefusal.KeyDisabled disabled -> code(manner, "AuthFailure.SecretIdNotFound", "");
            case CallRefusal.NotAuthentic not -> notAuthentic(not, manner);
            case CallRefusal.TokenInvalid invalid -> code(manner, "AuthFailure.TokenFailure", "");
            // This wire's nonces are not looked at twice.
            case CallRefusal.NonceUsed used -> code(manner, "AuthFailure.SignatureFailure", "");
            case CallRefusal.RateExceeded rate ->
                code(manner, "RequestLimitExceeded", "#second", rate.count(), rate.limit());
            case CallRefusal.NotPermitted not -> denied(manner, id, not.operation(), not.resource());
            case CallRefusal.MfaRequired required -> code(manner, "AuthFailure.MFAFailure", "");
            case CallRefusal.NotSubscribed not -> denied(manner, id, not.product(), "*");
            case CallRefusal.ParameterUnknown unknown ->
                code(manner, "UnknownParameter", "#parameter", brief(unknown.name()));
            case CallRefusal.ParameterMissing missing ->
                code(manner, "MissingParameter", "#parameter", brief(missing.name()));
            case CallRefusal.ParameterMistyped mistyped ->
                code(manner, "InvalidParameter", "#type", brief(mistyped.name()));
            case CallRefusal.ParameterInvalid invalid ->
                code(manner, "InvalidParameterValue", "#parameter", brief(invalid.name()));
            case CallRefusal.IdempotencyKeyReused reused -> code(manner, "InvalidParameter", "#reused");
            case CallRefusal.Overloaded overloaded -> code(manner, "ServiceUnavailable", "");
        };
    }

    private ErrorCode malformed(CallRefusal.Malformed malformed, Manner manner) {
        String subject = brief(malformed.subject());
        Malformation kind = malformed.kind();
        return switch (kind) {
            case NOT_HTTP -> code(manner, "InvalidRequest", "#http");
            case NOT_JSON -> code(manner, "InvalidParameter", "#json", Recognition.JSON);
            case CONTENT_TYPE -> code(manner, "InvalidRequest", "#content-type", subject);
            case PAIR_NOT_SPLIT -> code(manner, "InvalidParameter", "#split");
            case EMPTY_NAME -> code(manner, "InvalidParameter", "#empty");
            case BAD_ENCODING ->
                subject.isEmpty()
                        ? code(manner, "InvalidParameter", "#encoding")
                        : code(manner, "InvalidParameter", "#format", subject);
            case REPEATED -> code(manner, "InvalidParameter", "#repeated", subject);
            case ARRAY_NOT_DENSE -> code(manner, "InvalidParameter", "#array", subject);
            case TOO_DEEP_OR_MANY -> code(manner, "InvalidParameter", "#bounds");
        };
    }

    /// The vendor's sentence; behind it, where the installation allows, what the server signed.
    private ErrorCode notAuthentic(CallRefusal.NotAuthentic refusal, Manner manner) {
        ErrorCode plain = code(manner, "AuthFailure.SignatureFailure", "");
        return refusal.stringToSign()
                .map(signed -> of(
                        plain.code(), plain.message() + texts.of("AuthFailure.SignatureFailure#echo", manner, signed)))
                .orElse(plain);
    }

    private ErrorCode denied(Manner manner, RequestId id, String operation, String resource) {
        return code(manner, "UnauthorizedOperation", "#operation", id.text(), operation, resource);
    }

    /// The common code of that name with the text that it has when there is nothing more to say.
    Optional<ErrorCode> named(String code, Manner manner) {
        return texts.isCommon(code) ? Optional.of(code(manner, code, "")) : Optional.empty();
    }

    private ErrorCode code(Manner manner, String code, String variant, Object... facts) {
        return of(code, texts.of(code + variant, manner, facts));
    }

    private static ErrorCode of(String code, String message) {
        return ErrorCode.of(code, message, STATUS, kind(code));
    }

    private static Kind kind(String code) {
        if (code.equals("InternalError")) {
            return Kind.FAULT;
        }
        boolean passes = code.equals("ServiceUnavailable") || code.startsWith("RequestLimitExceeded");
        return passes ? Kind.THROTTLE : Kind.REFUSAL;
    }

    /// What a caller sent is quoted only so far: an answer must not be as long as the request.
    private static String brief(String sent) {
        if (sent.length() <= MOST_QUOTED) {
            return sent;
        }
        int end = Character.isHighSurrogate(sent.charAt(MOST_QUOTED - 1)) ? MOST_QUOTED - 1 : MOST_QUOTED;
        return sent.substring(0, end) + "…";
    }
}
