package dev.countersign.product.alibaba.dypnsapi.v20170525;

import dev.countersign.destination.Destinations;
import dev.countersign.destination.PhoneNumber;

/// How the vendor's callers write a mobile number of mainland China: 11 digits, alone or after `86`, `+86` or
/// `0086`.
///
/// @param national its 11 digits
record MobileNumber(String national) {
    /// What it looks like.
    static final String PATTERN = "(\\+86|0086|86)?1[0-9]{10}";

    /// The code of a number that looks otherwise.
    static final String ILLEGAL = "MOBILE_NUMBER_ILLEGAL";

    /// Its text.
    static final String ILLEGAL_TEXT = "The mobile number is illegal.";

    private static final int DIGITS = 11;
    private static final String CHINA = "86";

    /// Reads what matches [#PATTERN].
    static MobileNumber of(String written) {
        return new MobileNumber(written.substring(written.length() - DIGITS));
    }

    /// Country code and number without anything between.
    String digits() {
        return CHINA + national;
    }

    /// The number that every limit and lookup uses.
    ///
    /// @throws dev.countersign.refusal.Refused with [dev.countersign.refusal.DestinationInvalid]
    PhoneNumber in(Destinations destinations) {
        return destinations.phone(CHINA, national);
    }
}
