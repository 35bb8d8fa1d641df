package dev.countersign.verification;

import dev.countersign.value.Secret;
import java.util.random.RandomGenerator;

/// The one-time secret that is sent. Its text is masked wherever it might be printed.
///
/// @param secret digits and letters when it is ours, anything when it is an attempt
/// @param anyCase whether a capital letter stands for its small one, and the other way round
public record Code(Secret secret, boolean anyCase) {
    /// Wraps the digits of a code, or what somebody gave for one.
    public static Code of(String text) {
        return new Code(Secret.of(text), false);
    }

    /// What somebody gave for a code without heeding capitals.
    public static Code inAnyCase(String text) {
        return new Code(Secret.of(text), true);
    }

    /// A fresh code: every combination of that many digits is as likely as any other (NIST SP 800-63B-4,
    /// 3.1.3.2).
    ///
    /// @param digits 4 to 9
    /// @param random a cryptographic generator
    public static Code fresh(int digits, RandomGenerator random) {
        int bound = (int) Math.pow(10, digits);
        return of(String.format("%0" + digits + "d", random.nextInt(bound)));
    }

    /// A fresh code of this shape: every combination of its signs is as likely as any other.
    ///
    /// @param random a cryptographic generator
    public static Code fresh(CodeShape shape, RandomGenerator random) {
        String signs = shape.alphabet().signs();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < shape.length(); i++) {
            text.append(signs.charAt(random.nextInt(signs.length())));
        }
        return of(text.toString());
    }

    /// Whether both are the same, compared in constant time; without heeding capitals when either is so.
    public boolean matches(Code other) {
        return (anyCase || other.anyCase) ? small(secret).matches(small(other.secret)) : secret.matches(other.secret);
    }

    /// Only the letters that codes are made of: no other sign of any alphabet is taken for one of them.
    private static Secret small(Secret secret) {
        return Secret.of(secret.reveal()
                .chars()
                .map(sign -> sign >= 'A' && sign <= 'Z' ? sign + ('a' - 'A') : sign)
                .collect(StringBuilder::new, (text, sign) -> text.append((char) sign), StringBuilder::append)
                .toString());
    }
}
