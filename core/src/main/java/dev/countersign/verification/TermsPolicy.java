package dev.countersign.verification;

import java.time.Duration;

/// Decides which terms a demand may have. Pure.
///
/// @param lenient whether codes may be shorter and live longer than the standards allow (NIST SP 800-63B-4,
///     3.1.3.2; OWASP ASVS 5, 6.5.5), for parity with a vendor
public record TermsPolicy(boolean lenient) {
    /// The longest time that is looked back to for the last send, and the longest life under [#lenient].
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final int STANDARD_LENGTH = 6;

    /// How long a code is when nobody says: 6 signs, or the vendor's 4.
    public int usualLength() {
        return lenient ? CodeShape.SHORTEST : STANDARD_LENGTH;
    }

    /// Whether a demand may have these terms.
    public boolean permits(Terms terms) {
        Duration longestLife = lenient ? LONGEST : VerificationPolicy.LONGEST_LIFETIME;
        boolean longEnough = !(terms.content() instanceof Terms.Content.Drawn drawn) || permits(drawn.shape());
        return longEnough
                && terms.lifetime().isPositive()
                && terms.lifetime().compareTo(longestLife) <= 0
                && !terms.quiet().isNegative()
                && terms.quiet().compareTo(LONGEST) <= 0;
    }

    /// Whether a code may look like this.
    public boolean permits(CodeShape shape) {
        return lenient || shape.length() >= STANDARD_LENGTH;
    }
}
