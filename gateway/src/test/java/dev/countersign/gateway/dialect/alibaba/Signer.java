package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A client of this wire for tests. It signs by itself, sharing no line with what is tested.
final class Signer {
    static final String HOST = "127.0.0.1:7300";
    static final String DATE = "2026-11-22T10:00:00Z";

    private Signer() {}

    /// The headers of a version 3 call without body, unsigned, for a test to change.
    static Map<String, String> headers(String action, String nonce) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("host", HOST);
        headers.put("x-acs-action", action);
        headers.put("x-acs-version", Stand.VERSION);
        headers.put("x-acs-date", DATE);
        headers.put("x-acs-signature-nonce", nonce);
        headers.put("x-acs-content-sha256", sha256(""));
        return headers;
    }

    static Request acs3(Map<String, String> headers, String query, String key, String secret) {
        return acs3(headers, query, "", key, secret);
    }

    static Request acs3(Map<String, String> headers, String query, String body, String key, String secret) {
        TreeMap<String, String> sorted = new TreeMap<>(headers);
        String names = String.join(";", sorted.keySet());
        String canonical = "POST\n/\n" + query + "\n"
                + sorted.entrySet().stream()
                        .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                        .collect(Collectors.joining())
                + "\n" + names + "\n" + sha256(body);
        String signature =
                HexFormat.of().formatHex(hmac("HmacSHA256", secret, "ACS3-HMAC-SHA256\n" + sha256(canonical)));
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=" + key + ",SignedHeaders=" + names + ",Signature=" + signature);
        return request("POST", query, all, body);
    }

    static Request request(String method, String query, Map<String, String> headers, String body) {
        Headers.Builder builder = new Headers.Builder();
        headers.forEach(builder::add);
        return new Request(method, "/", query, builder.build(), Bytes.utf8(body), "192.0.2.1", false);
    }

    /// The parameters of a version 1 call, unsigned, for a test to change.
    static Map<String, String> parameters(String action, String nonce, String key) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Action", action);
        parameters.put("Version", Stand.VERSION);
        parameters.put("AccessKeyId", key);
        parameters.put("SignatureMethod", "HMAC-SHA1");
        parameters.put("SignatureVersion", "1.0");
        parameters.put("SignatureNonce", nonce);
        parameters.put("Timestamp", DATE);
        return parameters;
    }

    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
    }

    static Request rpc(Map<String, String> parameters, String secret) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("Signature", rpc("GET", query(parameters), secret));
        return request("GET", query(all), Map.of("host", HOST), "");
    }

    /// @param parameters encoded strictly
    static String rpc(String method, String parameters, String secret) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (String pair : parameters.split("&")) {
            sorted.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        String canonical = sorted.entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
        return Base64.getEncoder()
                .encodeToString(hmac("HmacSHA1", secret + "&", method + "&%2F&" + encoded(canonical)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
