package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions.Answerer;
import dev.countersign.gateway.wire.Value;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The common codes: what a refused call is called on this wire.
final class AlibabaErrors {
    private static final int MOST_QUOTED = 128;
    private static final String RETRY_AFTER = "x-acs-retry-after";

    private final AlibabaOptions options;

    AlibabaErrors(AlibabaOptions options) {
        this.options = options;
    }

    /// The code of a refused call. The switch has no default: a new refusal does not build until it has a code here.
    ErrorCode common(CallRefusal refusal, Shape shape) {
        return switch (refusal) {
            case CallRefusal.MethodUnsupported method -> GatewayCode.UNSUPPORTED_HTTP_METHOD.plain();
            case CallRefusal.TooLarge large -> tooLarge(large.limitBytes());
            case CallRefusal.TooLargeForScheme large -> tooLarge(large.limitBytes());
            case CallRefusal.Malformed malformed -> malformed(malformed);
            case CallRefusal.CommonMissing missing -> GatewayCode.missing(brief(missing.name()));
            case CallRefusal.CommonInvalid invalid -> invalid(invalid);
            case CallRefusal.ActionUnknown unknown -> GatewayCode.INVALID_ACTION.plain();
            case CallRefusal.VersionUnknown unknown -> GatewayCode.INVALID_VERSION.plain();
            case CallRefusal.TimestampOutside outside -> GatewayCode.INVALID_TIMESTAMP_EXPIRED.plain();
            case CallRefusal.AuthorizationMalformed malformed -> GatewayCode.INCOMPLETE_SIGNATURE.plain();
            case CallRefusal.KeyKindUnknown unknown -> GatewayCode.ACCESS_KEY_NOT_FOUND.plain();
            case CallRefusal.KeyUnknown unknown -> GatewayCode.ACCESS_KEY_NOT_FOUND.plain();
            case CallRefusal.KeyDisabled disabled -> GatewayCode.ACCESS_KEY_INACTIVE.plain();
            case CallRefusal.NotAuthentic not -> mismatch(not, shape);
            case CallRefusal.TokenInvalid invalid -> token(invalid.fault()).plain();
            case CallRefusal.NonceUsed used -> GatewayCode.SIGNATURE_NONCE_USED.plain();
            case CallRefusal.RateExceeded rate -> throttled(rate);
            case CallRefusal.NotPermitted not -> denied(not);
            case CallRefusal.MfaRequired required ->
                GatewayCode.NO_PERMISSION.worded("You are not authorized to do this action without a second factor.");
            case CallRefusal.NotSubscribed not -> GatewayCode.UNSUBSCRIBED.plain();
            case CallRefusal.ParameterUnknown unknown -> GatewayCode.INVALID_PARAMETER.about(brief(unknown.name()));
            case CallRefusal.ParameterMissing missing -> GatewayCode.missing(brief(missing.name()));
            case CallRefusal.ParameterMistyped mistyped ->
                GatewayCode.INVALID_PARAMETER_FORMAT.about(brief(mistyped.name()));
            case CallRefusal.ParameterInvalid invalid -> GatewayCode.INVALID_PARAMETER.about(brief(invalid.name()));
            case CallRefusal.IdempotencyKeyReused reused -> GatewayCode.INVALID_PARAMETER.about("ClientToken");
            case CallRefusal.Overloaded overloaded -> GatewayCode.SERVICE_UNAVAILABLE.plain();
        };
    }

    private static ErrorCode tooLarge(long limitBytes) {
        return GatewayCode.INVALID_PARAMETER.worded("The request is larger than " + limitBytes / 1024 + " KB.");
    }

    private static ErrorCode malformed(CallRefusal.Malformed malformed) {
        String subject = brief(malformed.subject());
        Malformation kind = malformed.kind();
        return switch (kind) {
            case NOT_HTTP -> GatewayCode.INVALID_PARAMETER.worded("The request is not well-formed HTTP/1.1.");
            case NOT_JSON, CONTENT_TYPE ->
                GatewayCode.INVALID_PARAMETER.worded(
                        "A body must be a form, with the content type " + Recognition.FORM + ".");
            case PAIR_NOT_SPLIT ->
                GatewayCode.INVALID_PARAMETER_FORMAT.worded("A parameter has no \"=\" between name and value.");
            case EMPTY_NAME -> GatewayCode.INVALID_PARAMETER_FORMAT.worded("A parameter has no name.");
            case BAD_ENCODING ->
                subject.isEmpty()
                        ? GatewayCode.INVALID_PARAMETER_FORMAT.worded("A parameter is not percent-encoded UTF-8.")
                        : GatewayCode.INVALID_PARAMETER_FORMAT.about(subject);
            case REPEATED -> GatewayCode.INVALID_PARAMETER.worded("The parameter " + subject + " is given twice.");
            case ARRAY_NOT_DENSE -> GatewayCode.INVALID_PARAMETER_FORMAT.about(subject);
            case TOO_DEEP_OR_MANY ->
                GatewayCode.INVALID_PARAMETER.worded("The parameters are nested too deep, too long or too many.");
        };
    }

    private static ErrorCode invalid(CallRefusal.CommonInvalid invalid) {
        return switch (invalid.name()) {
            case "Timestamp" -> GatewayCode.INVALID_TIMESTAMP_FORMAT.plain();
            case "SignatureMethod" -> GatewayCode.INVALID_SIGNATURE_METHOD.about(brief(invalid.value()));
            case "SignatureType" ->
                GatewayCode.INVALID_PARAMETER.worded(
                        "The specified parameter SignatureType is not valid: bearer tokens are not accepted here.");
            case "Format" -> GatewayCode.INVALID_PARAMETER_FORMAT.about("Format");
            default -> GatewayCode.INVALID_PARAMETER.about(invalid.name());
        };
    }

    /// The vendor's sentence of the version; behind it, where the installation allows, what the server signed.
    private static ErrorCode mismatch(CallRefusal.NotAuthentic not, Shape shape) {
        ErrorCode plain = GatewayCode.SIGNATURE_DOES_NOT_MATCH.plain();
        return GatewayCode.SIGNATURE_DOES_NOT_MATCH.worded((shape.rpc() ? GatewayCode.RPC_MISMATCH : plain.message())
                + not.stringToSign().orElse(""));
    }

    private static GatewayCode token(CallRefusal.TokenInvalid.Fault fault) {
        return switch (fault) {
            case MISSING -> GatewayCode.MISSING_SECURITY_TOKEN;
            case MALFORMED -> GatewayCode.SECURITY_TOKEN_MALFORMED;
            case ANOTHER -> GatewayCode.SECURITY_TOKEN_MISMATCH;
            case EXPIRED -> GatewayCode.SECURITY_TOKEN_EXPIRED;
        };
    }

    /// The hint is for throttling alone: SDKs take any answer that has it for throttling, and misread a 0.
    private ErrorCode throttled(CallRefusal.RateExceeded rate) {
        ErrorCode code = options.flowControl() == Answerer.PRODUCT
                ? GatewayCode.LIMIT_CONTROL.plain()
                : GatewayCode.THROTTLING_USER.plain();
        long millis = Math.max(1, rate.retryAfter().toMillis());
        return new ErrorCode(
                code.code(),
                code.message(),
                code.status(),
                code.kind(),
                Map.of(),
                List.of(Map.entry(RETRY_AFTER, Long.toString(millis))));
    }

    private ErrorCode denied(CallRefusal.NotPermitted not) {
        ErrorCode code = options.denial() == Answerer.PRODUCT
                ? GatewayCode.PERMISSION_DENY.plain()
                : GatewayCode.NO_PERMISSION.plain();
        return new ErrorCode(
                code.code(),
                code.message(),
                code.status(),
                code.kind(),
                Map.of("AccessDeniedDetail", detail(not)),
                List.of());
    }

    /// Who was denied, and by which kind of policy; a role that does not trust its caller says no more than that.
    private static Value.Fields detail(CallRefusal.NotPermitted not) {
        Map<String, Value> detail = new LinkedHashMap<>();
        detail.put("AuthAction", Value.text(not.operation()));
        not.denial()
                .ifPresentOrElse(
                        denial -> {
                            detail.put("AuthPrincipalType", Value.text(denial.role() ? "AssumedRoleUser" : "SubUser"));
                            detail.put("AuthPrincipalOwnerId", Value.text(denial.account()));
                            detail.put("AuthPrincipalDisplayName", Value.text(denial.actor()));
                            detail.put(
                                    "NoPermissionType",
                                    Value.text(denial.explicit() ? "ExplicitDeny" : "ImplicitDeny"));
                            detail.put(
                                    "PolicyType",
                                    Value.text(
                                            denial.bySession() ? "SessionPolicy" : "AccountLevelIdentityBasedPolicy"));
                        },
                        () -> detail.put("PolicyType", Value.text("AssumeRolePolicy")));
        return new Value.Fields(detail);
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
