package dev.countersign.destination;

import java.util.regex.Pattern;

/// A phone number in E.164 form. Not necessarily one that a numbering plan allows: see `phone.validation`.
///
/// @param countryCode the dialling code, 1 to 3 digits, without plus
/// @param national the rest, 1 to 32 digits, without trunk prefix
public record PhoneNumber(String countryCode, String national) implements Destination {
    private static final Pattern COUNTRY_CODE = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern NATIONAL = Pattern.compile("[0-9]{1,32}");

    /// @throws IllegalArgumentException when a part is not made of that many digits
    public PhoneNumber {
        if (!COUNTRY_CODE.matcher(countryCode).matches()
                || !NATIONAL.matcher(national).matches()) {
            throw new IllegalArgumentException("not a phone number");
        }
    }

    /// Country code and national number without anything between, as `GET /dev/messages` writes it.
    public String digits() {
        return countryCode + national;
    }

    /// `+852 61234567`: the blank keeps the country code apart, since the digits alone don't tell where it ends.
    @Override
    public String canonical() {
        return "+" + countryCode + " " + national;
    }

    @Override
    public String masked() {
        int shown = Math.min(2, national.length() / 3);
        return "+" + countryCode + "******" + national.substring(national.length() - shown);
    }

    /// Masked, so that a log line can't leak a number.
    @Override
    public String toString() {
        return masked();
    }
}
