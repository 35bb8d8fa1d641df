package dev.countersign.totp;

import dev.countersign.value.Bytes;
import dev.countersign.value.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What a device and this installation share: 160 bits (RFC 4226, 4, R6 recommends that length). From it and
/// the time come codes of six digits, a new one every 30 seconds, by HMAC-SHA-1: what every authenticator app
/// knows.
///
/// @param base32 the secret in the form that people type
public record TotpSecret(Secret base32) {
    /// How long a code is shown, in seconds.
    public static final long STEP_SECONDS = 30;

    /// How many steps a device's clock may be off, either way.
    public static final long WINDOW = 1;

    private static final int BYTES = 20;
    private static final int LEAST_BYTES = 16;
    private static final int MODULUS = 1_000_000;
    private static final String ISSUER = "Countersign";

    /// A fresh secret.
    ///
    /// @param random a cryptographic generator
    public static TotpSecret fresh(RandomGenerator random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return new TotpSecret(Secret.of(Base32.write(Bytes.of(key))));
    }

    /// A secret that is known already.
    ///
    /// @param base32 in either case, with or without padding
    /// @throws IllegalArgumentException when it is not base32, or holds less than the 128 bits that RFC 4226
    ///     demands
    public static TotpSecret of(String base32) {
        Bytes key = Base32.read(base32);
        if (key.length() < LEAST_BYTES) {
            throw new IllegalArgumentException("a TOTP secret has at least 128 bits (RFC 4226, 4, R6)");
        }
        return new TotpSecret(Secret.of(Base32.write(key)));
    }

    /// The secret as a link that authenticator apps read from a picture (Google's key URI format).
    ///
    /// @param name whose it is
    public Secret uri(String name) {
        return Secret.of(
                "otpauth://totp/" + ISSUER + ":" + encoded(name) + "?secret=" + base32.reveal() + "&issuer=" + ISSUER);
    }

    private static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one > 0 && (Character.isLetterOrDigit(one) || "-._~".indexOf(one) >= 0);
            encoded.append(plain ? Character.toString(one) : String.format("%%%02X", one & 0xFF));
        }
        return encoded.toString();
    }

    /// The step of an instant: how many times 30 seconds have passed since 1970.
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /// The step within the window that a code is of, looking only at those after the last one that was
    /// accepted. All of them are compared, whichever fits, so that the time tells nothing; of two that fit it
    /// is the later one, so that the same digits do not pass again.
    ///
    /// @param lastStep the last step that was accepted; negative for none
    public OptionalLong accepts(String code, Instant now, long lastStep) {
        long current = step(now);
        long found = -1;
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            boolean same = Secret.of(code(step)).matches(Secret.of(code));
            found = same && step > lastStep && step >= 0 ? step : found;
        }
        return found < 0 ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /// Whether any code could be accepted now: the window holds a step after the last one.
    public static boolean live(Instant now, long lastStep) {
        return step(now) + WINDOW > lastStep;
    }

    /// The code of a step (RFC 4226, 5.3: dynamic truncation; RFC 6238, 4).
    String code(long step) {
        byte[] hash = hmac(Base32.read(base32.reveal()), step);
        int offset = hash[hash.length - 1] & 0xF;
        int truncated = ((hash[offset] & 0x7F) << 24)
                | ((hash[offset + 1] & 0xFF) << 16)
                | ((hash[offset + 2] & 0xFF) << 8)
                | (hash[offset + 3] & 0xFF);
        return String.format("%06d", truncated % MODULUS);
    }

    private static byte[] hmac(Bytes key, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key.toArray(), "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("this Java has no HMAC-SHA-1", absent);
        }
    }
}
