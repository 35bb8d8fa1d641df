package dev.countersign.verification;

import dev.countersign.value.Secret;
import java.util.random.RandomGenerator;

/// The one-time secret that is sent. Its text is masked wherever it might be printed.
///
/// @param secret decimal digits when it is ours, anything when it is an attempt
public record Code(Secret secret) {
    /// Wraps the digits of a code, or what somebody gave for one.
    public static Code of(String text) {
        return new Code(Secret.of(text));
    }

    /// A fresh code: every combination of that many digits is as likely as any other (NIST SP 800-63B-4, 3.1.3.2).
    ///
    /// @param digits 4 to 9
    /// @param random a cryptographic generator
    public static Code fresh(int digits, RandomGenerator random) {
        int bound = (int) Math.pow(10, digits);
        return of(String.format("%0" + digits + "d", random.nextInt(bound)));
    }

    /// Whether both are the same, compared in constant time.
    public boolean matches(Code other) {
        return secret.matches(other.secret);
    }
}
