package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.dialect.Dialect.Manner;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Tells from the outside of a request whether it is this wire's, in which version, and in which language it
/// wants its answer. It decodes nothing and therefore never fails.
final class Recognition {
    static final String JSON = "application/json";
    static final String FORM = "application/x-www-form-urlencoded";
    private static final Manner CHINESE = new Manner("zh-CN");

    private Recognition() {}

    static boolean speaks(Request request) {
        if (isUnder("/v1", request.path()) || isUnder("/dev", request.path())) {
            return false;
        }
        Headers headers = request.headers();
        return headers.anyNameStartsWith("x-tc-")
                || headers.first("authorization")
                        .filter(value -> value.strip().startsWith("TC3") || isSkip(value))
                        .isPresent()
                || hasLegacyParameter(request);
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /// Whether a value of `Authorization` says that the call is not signed.
    static boolean isSkip(String authorization) {
        return authorization.strip().equals("SKIP");
    }

    /// Whether the request is in signature version 1. Stray `X-TC-` headers (a trace id, a client's name) don't
    /// make it version 3.
    static boolean isLegacy(Request request) {
        Headers headers = request.headers();
        boolean tc3 = headers.first("authorization").isPresent()
                || headers.first("x-tc-action").isPresent();
        return !tc3 && hasLegacyParameter(request);
    }

    private static boolean hasLegacyParameter(Request request) {
        return parameter(request, "SecretId")
                .or(() -> parameter(request, "Nonce"))
                .isPresent();
    }

    static Manner manner(Request request) {
        return request.headers()
                .first("x-tc-language")
                .or(() -> isLegacy(request) ? parameter(request, "Language") : Optional.empty())
                .filter(CHINESE.language()::equals)
                .map(language -> CHINESE)
                .orElse(Manner.ENGLISH);
    }

    private static Optional<String> parameter(Request request, String name) {
        Optional<String> inQuery = piece(request.query(), name + "=");
        return inQuery.isPresent() || !contentType(request).equals(FORM)
                ? inQuery
                : piece(new String(request.body().toArray(), StandardCharsets.ISO_8859_1), name + "=");
    }

    private static Optional<String> piece(String text, String start) {
        int at = text.startsWith(start) ? 0 : text.indexOf("&" + start) + 1;
        if (at == 0 && !text.startsWith(start)) {
            return Optional.empty();
        }
        int end = text.indexOf('&', at);
        return Optional.of(text.substring(at + start.length(), end < 0 ? text.length() : end));
    }

    /// The content type without its parameters, in lower case; empty for none.
    static String contentType(Request request) {
        String full = request.headers().first("content-type").orElse("");
        int parameters = full.indexOf(';');
        return (parameters < 0 ? full : full.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
