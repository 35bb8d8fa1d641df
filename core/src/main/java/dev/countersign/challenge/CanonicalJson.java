package dev.countersign.challenge;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The form of RFC 8785 (JCS), for the one shape that is hashed here: an object whose members are all texts.
/// Numbers, whose form makes JCS hard, don't occur: fields are texts, as they are shown.
final class CanonicalJson {
    private CanonicalJson() {}

    /// Writes an object. Members are sorted by the UTF-16 code units of their names (RFC 8785, 3.2.3), which is
    /// how Java compares texts.
    static String write(Map<String, String> members) {
        StringBuilder out = new StringBuilder("{");
        new TreeMap<>(members).forEach((name, value) -> {
            if (out.length() > 1) {
                out.append(',');
            }
            text(out, name);
            out.append(':');
            text(out, value);
        });
        return out.append('}').toString();
    }

    /// Escapes what must be escaped, in the shortest way, and nothing else (RFC 8785, 3.2.2.2).
    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
