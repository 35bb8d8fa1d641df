package dev.countersign.destination;

import java.util.List;
import java.util.Optional;

/// What is known of the world's telephone numbers.
public interface NumberingPlan {
    /// Brings a number that was given in two parts into its normal form: trunk prefixes go, leading zeros that
    /// belong to the number stay. A number that no plan allows is kept as it is.
    ///
    /// @param countryCode 1 to 3 digits, see [#assigned]
    /// @param national 1 to 32 digits
    PhoneNumber normalise(String countryCode, String national);

    /// Reads a number that was written in one piece, with `+`, `00` or the bare country code in front; blanks,
    /// hyphens, dots and brackets are ignored. Empty when it has no country code that exists, or other characters.
    Optional<PhoneNumber> parse(String written);

    /// Whether the dialling code exists.
    boolean assigned(String countryCode);

    /// Whether the number has a length that its country's plan knows.
    boolean possible(PhoneNumber number);

    /// Whether the number lies in a range that its country's plan has assigned.
    boolean valid(PhoneNumber number);

    /// Every country and territory that has a dialling code, ordered by English name.
    List<Country> countries();
}
