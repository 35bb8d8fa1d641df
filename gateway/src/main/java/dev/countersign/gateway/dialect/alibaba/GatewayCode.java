package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.ErrorCode.Kind;
import java.util.List;
import java.util.Optional;

/// The codes that any call can meet, with the vendor's texts and statuses. Where a text is about something, `%s` stands
/// for it.
enum GatewayCode {
    UNSUPPORTED_HTTP_METHOD(405, "UnsupportedHTTPMethod", "This http method is not supported."),
    INVALID_PARAMETER(400, "InvalidParameter", "The specified parameter %s is not valid."),
    INVALID_PARAMETER_FORMAT(400, "InvalidParameter.Format", "The specified parameter %s value is not well formatted."),
    MISSING_ACTION(400, "MissingAction", "Action is mandatory for this action."),
    MISSING_VERSION(400, "MissingVersion", "Version is mandatory for this action."),
    MISSING_ACCESS_KEY_ID(400, "MissingAccessKeyId", "AccessKeyId is mandatory for this action."),
    MISSING_SIGNATURE(400, "MissingSignature", "Signature is mandatory for this action."),
    MISSING_SIGNATURE_METHOD(400, "MissingSignatureMethod", "SignatureMethod is mandatory for this action."),
    MISSING_SIGNATURE_VERSION(400, "MissingSignatureVersion", "SignatureVersion is mandatory for this action."),
    MISSING_SIGNATURE_NONCE(400, "MissingSignatureNonce", "SignatureNonce is mandatory for this action."),
    MISSING_TIMESTAMP(400, "MissingTimestamp", "Timestamp is mandatory for this action."),
    MISSING_SECURITY_TOKEN(400, "MissingSecurityToken", "SecurityToken is mandatory for this action."),
    INVALID_VERSION(400, "InvalidVersion", "Specified parameter Version is not valid."),
    INVALID_ACTION(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method."),
    INVALID_SIGNATURE_METHOD(
            400,
            "InvalidSignatureMethod",
            "The signature method %s is not served here; use ACS3-HMAC-SHA256 or HMAC-SHA1."),
    INVALID_TIMESTAMP_FORMAT(
            400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted."),
    INVALID_TIMESTAMP_EXPIRED(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired."),
    INCOMPLETE_SIGNATURE(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards."),
    ACCESS_KEY_NOT_FOUND(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found."),
    ACCESS_KEY_INACTIVE(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled."),
    SECURITY_TOKEN_MALFORMED(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed."),
    SECURITY_TOKEN_MISMATCH(
            400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey."),
    SECURITY_TOKEN_EXPIRED(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired."),
    SIGNATURE_DOES_NOT_MATCH(400, "SignatureDoesNotMatch", "Specified signature does not match our calculation."),
    SIGNATURE_NONCE_USED(400, "SignatureNonceUsed", "Specified signature nonce was used already."),
    THROTTLING_USER(400, "Throttling.User", "Request was denied due to user flow control."),
    LIMIT_CONTROL(400, "System.LimitControl", "The system is under flow control."),
    NO_PERMISSION(403, "NoPermission", "You are not authorized to do this action."),
    PERMISSION_DENY(400, "Ram.PermissionDeny", "You are not authorized to perform the operation."),
    UNSUBSCRIBED(400, "Product.Unsubscript", "You have not subscribed to the specified product."),
    SERVICE_UNAVAILABLE(503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server."),
    INTERNAL_ERROR(
            500, "InternalError", "The request processing has failed due to some unknown error, exception or failure.");

    /// How version 1 words [#SIGNATURE_DOES_NOT_MATCH]: old SDKs look for exactly this.
    static final String RPC_MISMATCH = "Specified signature is not matched with our calculation.";

    private final int status;
    private final String code;
    private final String text;

    GatewayCode(int status, String code, String text) {
        this.status = status;
        this.code = code;
        this.text = text;
    }

    static List<GatewayCode> all() {
        return List.of(values());
    }

    static Optional<GatewayCode> named(String code) {
        return all().stream().filter(known -> known.code.equals(code)).findFirst();
    }

    /// The code of a parameter that is not there, which holds the parameter's name.
    static ErrorCode missing(String parameter) {
        return ErrorCode.of("Missing" + parameter, parameter + " is mandatory for this action.", 400, Kind.REFUSAL);
    }

    /// With its text; `…` where it is about something.
    ErrorCode plain() {
        return about("…");
    }

    /// With its text about something.
    ErrorCode about(String subject) {
        return worded(text.replace("%s", subject));
    }

    /// With another text.
    ErrorCode worded(String message) {
        return ErrorCode.of(code, message, status, kind());
    }

    private Kind kind() {
        return switch (this) {
            case THROTTLING_USER, LIMIT_CONTROL, SERVICE_UNAVAILABLE -> Kind.THROTTLE;
            case INTERNAL_ERROR -> Kind.FAULT;
            default -> Kind.REFUSAL;
        };
    }
}
