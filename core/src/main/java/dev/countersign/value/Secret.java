package dev.countersign.value;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A text that must never be printed: an access key's secret, a password, a code.
public final class Secret {
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /// Wraps a text.
    public static Secret of(String text) {
        return new Secret(text);
    }

    /// The text itself. Callers are the few places that sign, hash, seal or hand over.
    public String reveal() {
        return text;
    }

    /// Whether both hold the same text, compared in constant time.
    public boolean matches(Secret other) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), other.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && matches(secret);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /// Always the same mask.
    @Override
    public String toString() {
        return "******";
    }
}
