package dev.countersign.testkit;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An authenticator app, written from the RFCs as plainly as can be and sharing nothing with the server: it
/// shows the code of a secret at a time.
public final class Totp {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /// The six digits that the app shows.
    ///
    /// @param base32 the secret as a person types it in
    public static String code(String base32, Instant at) {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < base32.length(); i++) {
            String five = Integer.toBinaryString(LETTERS.indexOf(base32.charAt(i)));
            bits.append("0".repeat(5 - five.length())).append(five);
        }
        byte[] key = new byte[bits.length() / 8];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        byte[] counter = new byte[8];
        byte[] count = BigInteger.valueOf(at.getEpochSecond() / 30).toByteArray();
        System.arraycopy(count, 0, counter, 8 - count.length, count.length);
        byte[] hash = hmac(key, counter);
        byte[] four = new byte[4];
        System.arraycopy(hash, hash[19] & 15, four, 0, 4);
        four[0] = (byte) (four[0] & 127);
        String digits = "000000" + new BigInteger(1, four);
        return digits.substring(digits.length() - 6);
    }

    /// Six digits that the app does not show within the minutes around a time.
    public static String wrong(String base32, Instant at) {
        for (int n = 0; n < 1_000_000; n++) {
            String guess = Integer.toString(100_000 + n);
            boolean shown = false;
            for (int step = -4; step <= 4; step++) {
                shown |= code(base32, at.plusSeconds(30L * step)).equals(guess);
            }
            if (!shown) {
                return guess;
            }
        }
        throw new IllegalStateException("an app does not show a million codes in five minutes");
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
