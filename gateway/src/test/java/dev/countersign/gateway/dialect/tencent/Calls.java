package dev.countersign.gateway.dialect.tencent;

import dev.countersign.gateway.wire.Headers;
import dev.countersign.gateway.wire.Request;
import dev.countersign.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A client of this wire for tests. It signs by itself, sharing no line with what is tested.
final class Calls {
    static final String KEY = "AKIDtest";
    static final String SECRET = "sk-test";
    static final String HOST = "127.0.0.1:7300";
    static final long NOW = 1_795_337_960L;

    private Calls() {}

    static Request request(String method, String query, Headers headers, String body) {
        return new Request(method, "/", query, headers, Bytes.utf8(body), "127.0.0.1", false);
    }

    static Headers headers(Map<String, String> all) {
        Headers.Builder builder = new Headers.Builder();
        all.forEach(builder::add);
        return builder.build();
    }

    /// The headers of a signed JSON call, for a test to change before it is sent.
    static Map<String, String> signedHeaders(String action, String version, String body) {
        return signedHeaders("POST", "", action, version, body, NOW, KEY, SECRET);
    }

    static Map<String, String> signedHeaders(
            String method,
            String query,
            String action,
            String version,
            String body,
            long timestamp,
            String key,
            String secret) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", HOST);
        headers.put("Content-Type", method.equals("GET") ? Recognition.FORM : Recognition.JSON);
        headers.put("X-TC-Action", action);
        headers.put("X-TC-Version", version);
        headers.put("X-TC-Timestamp", Long.toString(timestamp));
        String date = Instant.ofEpochSecond(timestamp)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        String canonical = method + "\n/\n" + query + "\ncontent-type:" + headers.get("Content-Type") + "\nhost:" + HOST
                + "\n\ncontent-type;host\n" + sha256(method.equals("GET") ? "" : body);
        String scope = date + "/cam/tc3_request";
        String stringToSign = "TC3-HMAC-SHA256\n" + timestamp + "\n" + scope + "\n" + sha256(canonical);
        byte[] signing = hmac("HmacSHA256", utf8("TC3" + secret), date, "cam", "tc3_request");
        String signature = HexFormat.of().formatHex(hmac("HmacSHA256", signing, stringToSign));
        headers.put(
                "Authorization",
                "TC3-HMAC-SHA256 Credential=" + key + "/" + scope + ", SignedHeaders=content-type;host, Signature="
                        + signature);
        return headers;
    }

    static Request post(String action, String version, String body) {
        return request("POST", "", headers(signedHeaders(action, version, body)), body);
    }

    static Request get(String action, String version, String query) {
        return request("GET", query, headers(signedHeaders("GET", query, action, version, "", NOW, KEY, SECRET)), "");
    }

    /// The parameters of a version 1 call, without signature.
    static Map<String, String> legacyParameters(String action, String version) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("Action", action);
        parameters.put("Version", version);
        parameters.put("Timestamp", Long.toString(NOW));
        parameters.put("Nonce", "9223372036854775807");
        parameters.put("SecretId", KEY);
        parameters.put("SignatureMethod", "HmacSHA256");
        return parameters;
    }

    static String legacySignature(String method, String host, Map<String, String> parameters, String secret) {
        String joined = new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
        String algorithm = "HmacSHA256".equals(parameters.get("SignatureMethod")) ? "HmacSHA256" : "HmacSHA1";
        return Base64.getEncoder().encodeToString(hmac(algorithm, utf8(secret), method + host + "/?" + joined));
    }

    static Request legacyPost(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("Signature", legacySignature("POST", HOST, parameters, SECRET));
        return legacyForm(encoded(all));
    }

    static Request legacyForm(String body) {
        return request("POST", "", Headers.of("Host", HOST, "Content-Type", Recognition.FORM), body);
    }

    static Request legacyGet(Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("Signature", legacySignature("GET", HOST, parameters, SECRET));
        return request("GET", encoded(all), Headers.of("Host", HOST), "");
    }

    static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry ->
                        entry.getKey() + "=" + java.net.URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(utf8(text)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static byte[] hmac(String algorithm, byte[] key, String... texts) {
        byte[] result = Arrays.copyOf(key, key.length);
        try {
            for (String text : texts) {
                Mac mac = Mac.getInstance(algorithm);
                mac.init(new SecretKeySpec(result, algorithm));
                result = mac.doFinal(utf8(text));
            }
            return result;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
