package dev.countersign.gateway.codec;

import dev.countersign.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The digests that signatures are made of.
public final class Hashes {
    // Looking a provider up costs as much as a short digest, and five of them make a signature: these are never
    // used themselves, only copied.
    private static final MessageDigest SHA_256 = digest("SHA-256");
    private static final Mac HMAC_SHA_1 = mac("HmacSHA1");
    private static final Mac HMAC_SHA_256 = mac("HmacSHA256");

    /// The digest of no bytes: the payload of every GET.
    public static final String OF_NOTHING = sha256(Bytes.none());

    private Hashes() {}

    /// Lower-case hexadecimal SHA-256.
    public static String sha256(Bytes content) {
        return Bytes.of(copy(SHA_256).digest(content.toArray())).toHex();
    }

    /// An HMAC over the UTF-8 form of a text.
    ///
    /// @param algorithm `HmacSHA1` or `HmacSHA256`
    public static Bytes hmac(String algorithm, Bytes key, String text) {
        return hmac(algorithm, key, text, Bytes.none());
    }

    /// An HMAC over the UTF-8 form of a text and the bytes after it.
    ///
    /// @param algorithm `HmacSHA1` or `HmacSHA256`
    public static Bytes hmac(String algorithm, Bytes key, String text, Bytes rest) {
        try {
            Mac mac = copy(algorithm.equals("HmacSHA256") ? HMAC_SHA_256 : HMAC_SHA_1);
            mac.init(new SecretKeySpec(key.toArray(), algorithm));
            mac.update(text.getBytes(StandardCharsets.UTF_8));
            return Bytes.of(mac.doFinal(rest.toArray()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException("an HMAC that takes no bytes as its key", impossible);
        }
    }

    private static Mac copy(Mac unused) {
        try {
            return (Mac) unused.clone();
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("a provider whose HMAC can't be copied", other);
        }
    }

    private static MessageDigest copy(MessageDigest unused) {
        try {
            return (MessageDigest) unused.clone();
        } catch (CloneNotSupportedException other) {
            throw new IllegalStateException("a provider whose digest can't be copied", other);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no " + algorithm, absent);
        }
    }

    private static Mac mac(String algorithm) {
        try {
            return Mac.getInstance(algorithm);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no " + algorithm, absent);
        }
    }
}
