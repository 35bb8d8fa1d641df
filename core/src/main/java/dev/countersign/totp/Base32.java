package dev.countersign.totp;

import dev.countersign.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Locale;

/// The alphabet that people type secrets in (RFC 4648, 6), without padding.
final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    static String write(Bytes bytes) {
        StringBuilder text = new StringBuilder();
        int held = 0;
        int pending = 0;
        for (byte one : bytes.toArray()) {
            pending = (pending << Byte.SIZE) | (one & 0xFF);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt((pending >> held) & 0x1F));
            }
            pending &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(ALPHABET.charAt((pending << (BITS - held)) & 0x1F));
        }
        return text.toString();
    }

    /// @throws IllegalArgumentException for a character outside of the alphabet; case, blanks and padding are
    ///     free
    static Bytes read(String text) {
        String digits = text.replace(" ", "").replace("=", "").toUpperCase(Locale.ROOT);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int held = 0;
        int pending = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = ALPHABET.indexOf(digits.charAt(i));
            if (digit < 0) {
                throw new IllegalArgumentException("base32 has the letters A to Z and the digits 2 to 7");
            }
            pending = (pending << BITS) | digit;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.write(pending >> held);
                pending &= (1 << held) - 1;
            }
        }
        return Bytes.of(bytes.toByteArray());
    }
}
