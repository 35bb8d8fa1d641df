package dev.countersign.tenant;

import dev.countersign.value.Secret;
import java.util.random.RandomGenerator;

/// An access key signs calls for one principal, on every signed wire.
///
/// @param id `AKID` and 32 characters, or `LTAI` and 20; length is never checked
/// @param secret what HMACs are made with
public record AccessKey(String id, Secret secret) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// A new key that nobody can guess.
    ///
    /// @param random a cryptographic generator
    public static AccessKey draw(RandomGenerator random) {
        return new AccessKey("AKID" + letters(random, 32), Secret.of(letters(random, 40)));
    }

    /// So many letters and digits.
    public static String letters(RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
