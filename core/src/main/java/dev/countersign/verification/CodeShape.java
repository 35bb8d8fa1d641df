package dev.countersign.verification;

/// What a code looks like.
///
/// @param length how many signs it has: 4 to 8. Fewer than 6 are below NIST SP 800-63B-4, 3.1.3.2;
///     [TermsPolicy] says who may have them
/// @param alphabet the signs that it may be made of
public record CodeShape(int length, Alphabet alphabet) {
    /// The fewest signs that any code has.
    public static final int SHORTEST = 4;

    /// The most.
    public static final int LONGEST = 8;

    /// @throws IllegalArgumentException for another length
    public CodeShape {
        if (length < SHORTEST || length > LONGEST) {
            throw new IllegalArgumentException("a code has 4 to 8 signs");
        }
    }
}
