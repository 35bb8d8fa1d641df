package dev.countersign.gateway.dialect.tencent;

import dev.countersign.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The digests that both signature versions are made of.
final class Hashes {
    /// The digest of no bytes: the payload of every GET.
    static final String OF_NOTHING = sha256(Bytes.none());

    private Hashes() {}

    /// Lower-case hexadecimal SHA-256.
    static String sha256(Bytes content) {
        try {
            return Bytes.of(MessageDigest.getInstance("SHA-256").digest(content.toArray()))
                    .toHex();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no SHA-256", absent);
        }
    }

    /// An HMAC over the UTF-8 form of a text.
    ///
    /// @param algorithm `HmacSHA1` or `HmacSHA256`
    static Bytes hmac(String algorithm, Bytes key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.toArray(), algorithm));
            return Bytes.of(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no " + algorithm, absent);
        }
    }
}
