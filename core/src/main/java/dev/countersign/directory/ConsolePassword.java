package dev.countersign.directory;

import dev.countersign.value.Secret;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The rules of console passwords when a tenant has set none: at least 8 characters with an upper-case letter, a
/// lower-case letter, a digit and a special character. At most 128, so that hashing has a bound.
public final class ConsolePassword {
    private static final int RANDOM_LENGTH = 32;
    private static final Pattern STRONG = Pattern.compile(
            "(?=.*\\p{Lu})(?=.*\\p{Ll})(?=.*\\p{Nd})(?=.*[^\\p{L}\\p{N}\\p{Cntrl}\\s])[^\\p{Cntrl}]{8,128}");
    private static final String CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%()*+,-./:;=?@[]^_{|}~";

    private ConsolePassword() {}

    /// Whether a password keeps the rules.
    public static boolean strong(Secret password) {
        return STRONG.matcher(password.reveal()).matches();
    }

    /// A password of 32 characters that keeps the rules. Whole ones are drawn until one does, so that each is as
    /// likely as any other.
    public static Secret random(RandomGenerator random) {
        Secret drawn;
        do {
            StringBuilder text = new StringBuilder(RANDOM_LENGTH);
            for (int i = 0; i < RANDOM_LENGTH; i++) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            drawn = Secret.of(text.toString());
        } while (!strong(drawn));
        return drawn;
    }
}
