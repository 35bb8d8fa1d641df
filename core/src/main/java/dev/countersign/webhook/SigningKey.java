package dev.countersign.webhook;

import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key that webhooks are signed with, and how: HMAC-SHA256 over id, timestamp and body. Source: Standard
/// Webhooks 1.0.0, "Signature scheme", whose libraries can check it.
///
/// @param secret `whsec_` and the base64 of 32 random bytes
public record SigningKey(Secret secret) {
    /// What begins the text of a key.
    public static final String PREFIX = "whsec_";

    private static final int LENGTH = 32;

    /// Draws a key.
    ///
    /// @param random a cryptographic generator
    public static SigningKey draw(RandomGenerator random) {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        return new SigningKey(Secret.of(PREFIX + Bytes.of(key).toBase64()));
    }

    /// The signature of one post: `v1,` and the base64 of the HMAC.
    ///
    /// @param id the event's
    /// @param at when it is posted; signed to the second
    public String sign(String id, Instant at, Bytes body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key =
                    Bytes.base64(secret.reveal().substring(PREFIX.length())).toArray();
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(Bytes.utf8(id + "." + at.getEpochSecond() + ".").toArray());
            return "v1," + Bytes.of(mac.doFinal(body.toArray())).toBase64();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", absent);
        }
    }

    /// The signatures of all keys that are live, separated by spaces: a receiver may know either.
    public static String signAll(List<SigningKey> keys, String id, Instant at, Bytes body) {
        return keys.stream().map(key -> key.sign(id, at, body)).collect(Collectors.joining(" "));
    }
}
