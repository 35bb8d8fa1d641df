package dev.countersign.gateway.dialect.rest;

import dev.countersign.gateway.dialect.Dialect;
import dev.countersign.gateway.dialect.ErrorCode;
import dev.countersign.gateway.dialect.ErrorCode.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The problems that any call can meet, with their texts. The code is the constant's name in kebab-case; `%s`
/// stands for what the problem is about.
enum CommonProblem {
    NOT_FOUND(404, "There is nothing at this path.", "此路径不存在。"),
    METHOD_NOT_ALLOWED(
            405,
            "This path does not take this method; the header Allow names those that it takes.",
            "此路径不支持该方法，支持的方法见 Allow 头。"),
    KEY_MISSING(401, "The header \"Authorization: Bearer <key>\" is missing.", "缺少 \"Authorization: Bearer <key>\" 头。"),
    AUTHORIZATION_MALFORMED(
            401,
            "The header Authorization must be given once, as \"Bearer <key>\".",
            "Authorization 头必须且只能出现一次，格式为 \"Bearer <key>\"。"),
    KEY_NOT_ACCEPTED(401, "The key does not exist, has expired, or was revoked.", "密钥不存在、已过期或已吊销。"),
    BODY_TOO_LARGE(413, "The request or its body is longer than %s bytes.", "请求或请求体超过 %s 字节。"),
    CONTENT_TYPE_UNSUPPORTED(
            415,
            "The body must be JSON in UTF-8, with \"Content-Type: application/json\".",
            "请求体必须为 UTF-8 编码的 JSON，且 Content-Type 为 application/json。"),
    REQUEST_MALFORMED(400, "The request can't be read: %s.", "无法解析请求：%s。"),
    HEADER_MISSING(400, "The header %s is missing.", "缺少请求头 %s。"),
    REQUEST_INVALID(400, "%s has a form that is not taken here.", "%s 的形式不被接受。"),
    NOT_PERMITTED(403, "The key may not do this: it needs a scope that it does not have.", "该密钥无权执行此操作：缺少所需的权限范围。"),
    MFA_REQUIRED(403, "This call needs a caller who has shown a second factor lately.", "此操作需要近期通过多因子验证。"),
    NOT_SUBSCRIBED(403, "The tenant has not subscribed to this product.", "租户未订阅此产品。"),
    PARAMETER_UNKNOWN(400, "%s is not a parameter of this call.", "%s 不是此接口的参数。"),
    PARAMETER_MISSING(400, "The parameter %s is missing.", "缺少参数 %s。"),
    PARAMETER_MISTYPED(400, "The parameter %s has the wrong type.", "参数 %s 的类型错误。"),
    PARAMETER_INVALID(400, "The parameter %s has a value that it can't take.", "参数 %s 的取值无效。"),
    IDEMPOTENCY_KEY_REUSED(422, "This idempotency key was used before, for another request.", "该幂等键已用于另一个请求。"),
    RATE_EXCEEDED(429, "More calls in this second than the %s that are taken.", "每秒最多 %s 次调用，已超出。"),
    OVERLOADED(503, "The server is busy; nothing was done. Try again.", "服务器繁忙，未执行任何操作，请重试。"),
    INTERNAL_ERROR(500, "Something of ours failed. The request id helps to find out what.", "服务器内部错误，可凭请求 ID 查询原因。");

    private final int status;
    private final String english;
    private final String chinese;

    CommonProblem(int status, String english, String chinese) {
        this.status = status;
        this.english = english;
        this.chinese = chinese;
    }

    static List<CommonProblem> all() {
        return List.of(values());
    }

    static Optional<CommonProblem> named(String code) {
        return all().stream().filter(problem -> problem.word().equals(code)).findFirst();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Kind kind() {
        return switch (this) {
            case RATE_EXCEEDED, OVERLOADED -> Kind.THROTTLE;
            case INTERNAL_ERROR -> Kind.FAULT;
            default -> Kind.REFUSAL;
        };
    }

    /// The code with its text.
    ///
    /// @param subject what it is about; of no matter where the text does not say it
    ErrorCode code(String subject, Dialect.Manner manner) {
        String text = manner.chinese() ? chinese : english;
        return ErrorCode.of(word(), text.replace("%s", subject), status, kind());
    }
}
