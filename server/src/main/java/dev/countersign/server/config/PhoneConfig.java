package dev.countersign.server.config;

import dev.countersign.destination.PhoneValidation;

/// How phone numbers are looked at.
///
/// @param validation how strictly
@Area(value = "phone", doc = "How phone numbers are looked at before anything is sent.") public record PhoneConfig(
        @Key(
                doc =
                        "`syntax`: 1 to 32 digits and a country code that exists. `possible`: also of a length that the country"
                                + " knows. `valid`: also in a range that it has assigned. `dev` uses `syntax`.",
                example = "valid")
        PhoneValidation validation) {
    /// The defaults.
    public static PhoneConfig standard() {
        return new PhoneConfig(PhoneValidation.POSSIBLE);
    }
}
