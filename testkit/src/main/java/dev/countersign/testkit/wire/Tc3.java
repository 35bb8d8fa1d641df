package dev.countersign.testkit.wire;

import dev.countersign.value.Bytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as the vendor's documentation says (TC3-HMAC-SHA256), for a POST with `content-type` and `host` signed.
public final class Tc3 {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);

    private Tc3() {}

    /// The `Authorization` header.
    ///
    /// @param at the time that `X-TC-Timestamp` carries
    /// @param contentType the exact value of `Content-Type`
    /// @param host the exact value of `Host`
    public static String authorization(
            String keyId, String secret, Instant at, String contentType, String host, Bytes body) {
        String canonical = "POST\n/\n\ncontent-type:" + contentType + "\nhost:" + host + "\n\ncontent-type;host\n"
                + Bytes.of(sha256(body.toArray())).toHex();
        String scope = DATE.format(at) + "/intlpartnersmgt/tc3_request";
        String toSign = "TC3-HMAC-SHA256\n" + at.getEpochSecond() + "\n" + scope + "\n"
                + Bytes.of(sha256(Bytes.utf8(canonical).toArray())).toHex();
        byte[] day = hmac(Bytes.utf8("TC3" + secret).toArray(), DATE.format(at));
        byte[] signing = hmac(hmac(day, "intlpartnersmgt"), "tc3_request");
        return "TC3-HMAC-SHA256 Credential=" + keyId + "/" + scope + ", SignedHeaders=content-type;host, Signature="
                + Bytes.of(hmac(signing, toSign)).toHex();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(Bytes.utf8(text).toArray());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
