package dev.countersign.gateway.dialect.rest;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/// Percent-encoding, read strictly: two hexadecimal digits after each sign, ASCII else, and UTF-8 behind it
/// (RFC 3986, 2.1).
final class PercentCoding {
    private PercentCoding() {}

    /// Decodes a text.
    ///
    /// @param plusIsBlank whether `+` stands for a blank, as in queries
    /// @param subject what a refusal names
    /// @throws Refused with [CallRefusal.Malformed] of [Malformation#BAD_ENCODING]
    static String decode(String encoded, boolean plusIsBlank, String subject) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(hexadecimal(encoded, i + 1, subject));
                i += 2;
            } else if (c > 0x20 && c < 0x7F) {
                bytes.write(c == '+' && plusIsBlank ? ' ' : c);
            } else {
                throw broken(subject);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw broken(subject);
        }
    }

    private static int hexadecimal(String encoded, int at, String subject) {
        if (at + 2 > encoded.length()) {
            throw broken(subject);
        }
        int high = digit(encoded.charAt(at));
        int low = digit(encoded.charAt(at + 1));
        if (high < 0 || low < 0) {
            throw broken(subject);
        }
        return high * 16 + low;
    }

    /// ASCII digits only: [Character#digit] would take those of other scripts as well.
    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static Refused broken(String subject) {
        return new Refused(new CallRefusal.Malformed(Malformation.BAD_ENCODING, subject));
    }
}
