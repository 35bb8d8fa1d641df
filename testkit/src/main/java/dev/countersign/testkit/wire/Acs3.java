package dev.countersign.testkit.wire;

import dev.countersign.value.Bytes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as the vendor's documentation says (ACS3-HMAC-SHA256), for a POST whose parameters are in the query.
public final class Acs3 {
    private Acs3() {}

    /// The headers of a call, names and values in turns, without `Host`, which is not signed.
    ///
    /// @param query sorted by name, and strictly encoded
    /// @param at the time that `x-acs-date` carries
    public static List<String> headers(
            DevClient.Key key, String action, String version, String query, String nonce, Instant at) {
        String hash = sha256("");
        TreeMap<String, String> signed = new TreeMap<>(Map.of(
                "x-acs-action", action,
                "x-acs-version", version,
                "x-acs-date", at.truncatedTo(ChronoUnit.SECONDS).toString(),
                "x-acs-signature-nonce", nonce,
                "x-acs-content-sha256", hash));
        if (!key.token().isEmpty()) {
            signed.put("x-acs-security-token", key.token());
        }
        StringBuilder canonical = new StringBuilder("POST\n/\n").append(query).append('\n');
        signed.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        String names = String.join(";", signed.keySet());
        canonical.append('\n').append(names).append('\n').append(hash);
        String signature = hmac(key.secret(), "ACS3-HMAC-SHA256\n" + sha256(canonical.toString()));
        List<String> headers = new ArrayList<>();
        signed.forEach((name, value) -> headers.addAll(List.of(name, value)));
        headers.addAll(List.of(
                "Authorization",
                "ACS3-HMAC-SHA256 Credential=" + key.id() + ",SignedHeaders=" + names + ",Signature=" + signature));
        return headers;
    }

    /// A query as this wire signs it: sorted by name, and strictly encoded.
    public static String query(String... namesAndValues) {
        TreeMap<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sorted.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        List<String> pairs = new ArrayList<>();
        sorted.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String sha256(String text) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256")
                            .digest(Bytes.utf8(text).toArray()))
                    .toHex();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Bytes.utf8(key).toArray(), "HmacSHA256"));
            return Bytes.of(mac.doFinal(Bytes.utf8(text).toArray())).toHex();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
