package dev.countersign.verification;

/// The signs that a code may be made of: each of them is as likely as any other.
public enum Alphabet {
    /// 0 to 9.
    DIGITS("0123456789"),
    /// A to Z.
    CAPITALS("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    /// a to z.
    SMALL("abcdefghijklmnopqrstuvwxyz"),
    /// A to Z and a to z.
    LETTERS(CAPITALS.signs + SMALL.signs),
    /// 0 to 9 and A to Z.
    DIGITS_AND_CAPITALS(DIGITS.signs + CAPITALS.signs),
    /// 0 to 9 and a to z.
    DIGITS_AND_SMALL(DIGITS.signs + SMALL.signs),
    /// 0 to 9, A to Z and a to z.
    DIGITS_AND_LETTERS(DIGITS.signs + LETTERS.signs);

    private final String signs;

    Alphabet(String signs) {
        this.signs = signs;
    }

    /// The signs, each once.
    public String signs() {
        return signs;
    }
}
