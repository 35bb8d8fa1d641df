package dev.countersign.challenge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Percent-encoding of RFC 3986: everything but unreserved characters.
final class PercentCoded {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    private PercentCoded() {}

    /// Encodes a text as one value.
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}
