package dev.countersign.challenge;

import dev.countersign.value.Secret;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Draws secrets that nobody guesses: 256 bits, as 43 characters that any address or cookie takes.
final class SecretText {
    private static final int BYTES = 32;

    private SecretText() {}

    /// A fresh one.
    ///
    /// @param random a cryptographic generator
    static Secret of(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }
}
