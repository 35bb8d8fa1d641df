package dev.countersign.gateway.codec;

import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Malformation;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// The text of a query or form, strictly: `name=value` joined by `&`, UTF-8 behind percent-encoding, `+` and
/// `%20` both a blank, no name twice.
public final class Form {
    /// How many pairs one text may hold.
    public static final int MOST_PAIRS = 10_000;

    /// How many characters a name may have.
    public static final int MOST_NAME = 1024;

    private static final String PLAIN = "-_.~";
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();

    private Form() {}

    /// A name and its value, both decoded.
    public record Pair(String name, String value) {}

    /// Reads a query as it stood in the target.
    ///
    /// @throws Refused with [CallRefusal.Malformed]
    public static List<Pair> read(String query) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(query));
            byte[] raw = new byte[encoded.remaining()];
            encoded.get(raw);
            return read(raw);
        } catch (CharacterCodingException halfACharacter) {
            throw refused(Malformation.BAD_ENCODING, "");
        }
    }

    /// Reads a form.
    ///
    /// @throws Refused with [CallRefusal.Malformed]: `PAIR_NOT_SPLIT`, `EMPTY_NAME`, `BAD_ENCODING`,
    ///     `REPEATED`, or `TOO_DEEP_OR_MANY`
    public static List<Pair> read(Bytes form) {
        return read(form.toArray());
    }

    private static List<Pair> read(byte[] raw) {
        List<Pair> pairs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int start = 0;
        while (start < raw.length || (start == raw.length && start > 0)) {
            int end = indexOf('&', raw, start, raw.length);
            if (pairs.size() == MOST_PAIRS) {
                throw refused(Malformation.TOO_DEEP_OR_MANY, "");
            }
            Pair pair = pair(raw, start, end);
            if (!names.add(pair.name())) {
                throw refused(Malformation.REPEATED, pair.name());
            }
            pairs.add(pair);
            start = end + 1;
        }
        return pairs;
    }

    private static Pair pair(byte[] raw, int start, int end) {
        int split = indexOf('=', raw, start, end);
        if (split == end) {
            throw refused(Malformation.PAIR_NOT_SPLIT, "");
        }
        String name = decoded(raw, start, split, "");
        if (name.isEmpty()) {
            throw refused(Malformation.EMPTY_NAME, "");
        }
        if (name.length() > MOST_NAME) {
            throw refused(Malformation.TOO_DEEP_OR_MANY, "");
        }
        return new Pair(name, decoded(raw, split + 1, end, name));
    }

    private static int indexOf(char wanted, byte[] raw, int start, int end) {
        for (int i = start; i < end; i++) {
            if (raw[i] == wanted) {
                return i;
            }
        }
        return end;
    }

    private static String decoded(byte[] raw, int start, int end, String subject) {
        byte[] plain = new byte[end - start];
        int length = 0;
        int bits = 0;
        for (int i = start; i < end; i++) {
            switch (raw[i]) {
                case '+' -> plain[length++] = ' ';
                case '%' -> {
                    if (i + 2 >= end || !HexFormat.isHexDigit(raw[i + 1]) || !HexFormat.isHexDigit(raw[i + 2])) {
                        throw refused(Malformation.BAD_ENCODING, subject);
                    }
                    plain[length++] =
                            (byte) (HexFormat.fromHexDigit(raw[i + 1]) << 4 | HexFormat.fromHexDigit(raw[i + 2]));
                    i += 2;
                }
                default -> plain[length++] = raw[i];
            }
            bits |= plain[length - 1];
        }
        if (bits >= 0) {
            // ASCII alone, as nearly always: nothing in it can be broken.
            return new String(plain, 0, length, StandardCharsets.US_ASCII);
        }
        try {
            ByteBuffer utf8 = ByteBuffer.wrap(plain, 0, length);
            return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
        } catch (CharacterCodingException broken) {
            throw refused(Malformation.BAD_ENCODING, subject);
        }
    }

    /// Writes pairs, in their order.
    public static String write(List<Pair> pairs) {
        StringBuilder out = new StringBuilder();
        for (Pair pair : pairs) {
            encode(pair.name(), out.isEmpty() ? out : out.append('&'));
            encode(pair.value(), out.append('='));
        }
        return out.toString();
    }

    /// Percent-encodes everything but the unreserved characters of RFC 3986.
    public static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        encode(text, out);
        return out.toString();
    }

    private static void encode(String text, StringBuilder out) {
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain = (character < 0x80 && Character.isLetterOrDigit(character)) || PLAIN.indexOf(character) >= 0;
            if (plain) {
                out.append(character);
            } else {
                out.append('%').append(UPPER.toHexDigits(octet));
            }
        }
    }

    private static Refused refused(Malformation kind, String subject) {
        return new Refused(new CallRefusal.Malformed(kind, subject));
    }
}
