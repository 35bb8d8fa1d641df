package dev.countersign.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A sequence of bytes as a value: equal by content, never changed after it was made.
public final class Bytes {
    private static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /// The given bytes; the array is copied.
    public static Bytes of(byte[] content) {
        return content.length == 0 ? NONE : new Bytes(content.clone());
    }

    /// The UTF-8 form of a text.
    public static Bytes utf8(String text) {
        return text.isEmpty() ? NONE : new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// No bytes at all.
    public static Bytes none() {
        return NONE;
    }

    /// The bytes that a hexadecimal text stands for, in either case.
    ///
    /// @throws IllegalArgumentException when the text is not hexadecimal
    public static Bytes hex(String text) {
        return new Bytes(HexFormat.of().parseHex(text));
    }

    /// The bytes that a standard base64 text stands for.
    ///
    /// @throws IllegalArgumentException when the text is not base64
    public static Bytes base64(String text) {
        return new Bytes(Base64.getDecoder().decode(text));
    }

    /// A copy as an array.
    public byte[] toArray() {
        return content.clone();
    }

    /// How many bytes there are.
    public int length() {
        return content.length;
    }

    /// Lower-case hexadecimal.
    public String toHex() {
        return HexFormat.of().formatHex(content);
    }

    /// Standard base64 with padding.
    public String toBase64() {
        return Base64.getEncoder().encodeToString(content);
    }

    /// The bytes read as UTF-8; malformed sequences become U+FFFD.
    public String toUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /// Equality in time that depends on the length alone, for anything that a caller could guess at.
    public boolean equalsInConstantTime(Bytes other) {
        return MessageDigest.isEqual(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /// Only the length: bytes may hold secrets.
    @Override
    public String toString() {
        return "Bytes(" + content.length + ")";
    }
}
