package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.dialect.Dialect.Manner;
import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Tells from the outside of a request whether it is this wire's, in which version, and how it wants its answer. It
/// decodes nothing and therefore never fails.
final class Recognition {
    static final String FORM = "application/x-www-form-urlencoded";
    private static final List<String> SIGNS_OF_RPC = List.of("AccessKeyId", "SignatureNonce", "SignatureVersion");
    private static final String BEARER = "BearerToken";
    private static final int LONGEST_HOST = 255;

    private Recognition() {}

    static boolean speaks(Request request) {
        if (isUnder("/v1", request.path()) || isUnder("/dev", request.path())) {
            return false;
        }
        Headers headers = request.headers();
        return headers.anyNameStartsWith("x-acs-")
                || headers.first("authorization")
                        .filter(value -> value.strip().startsWith("ACS"))
                        .isPresent()
                || hasRpcParameter(request)
                || parameter(request, BEARER).isPresent();
    }

    private static boolean isUnder(String root, String path) {
        return path.equals(root) || path.startsWith(root + "/");
    }

    /// Whether the request is in signature version 1. Some of its clients send headers of version 3 beside it, but
    /// never that of the signature.
    static boolean isRpc(Request request) {
        return request.headers().first("authorization").isEmpty() && hasRpcParameter(request);
    }

    private static boolean hasRpcParameter(Request request) {
        return SIGNS_OF_RPC.stream().anyMatch(name -> parameter(request, name).isPresent());
    }

    /// Whether the request wants to be believed for a bearer token.
    static boolean isBearer(Request request) {
        return request.headers().first("x-acs-bearer-token").isPresent()
                || parameter(request, BEARER).isPresent()
                || isBearer(request.headers().first("x-acs-signature-type"))
                || isBearer(parameter(request, "SignatureType"));
    }

    private static boolean isBearer(Optional<String> type) {
        return type.filter(word -> word.strip().equalsIgnoreCase("BEARERTOKEN")).isPresent();
    }

    /// XML is for those who ask for it, and for version 1 where nothing is asked for.
    static Manner manner(Request request) {
        boolean rpc = isRpc(request);
        String format = parameter(request, "Format").orElse("").toLowerCase(Locale.ROOT);
        boolean unasked = rpc
                && !request.headers()
                        .first("accept")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .contains("json");
        boolean xml = format.equals("xml") || (unasked && !format.equals("json"));
        String host = request.headers().first("host").orElse("");
        return new Manner(
                Manner.ENGLISH.language(),
                Shape.of(rpc, xml).name(),
                host.length() <= LONGEST_HOST ? host : host.substring(0, LONGEST_HOST));
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
