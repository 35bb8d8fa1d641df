package dev.countersign.delivery.smpp;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// What a person sees as the sender of a message.
///
/// @param address letters, or digits with an optional plus
/// @param kind what that is
public record Source(String address, Kind kind) {
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,20}");
    private static final int LONGEST_SHORT_CODE = 8;
    private static final int LONGEST_NAME = 11;

    /// What a sender's address is, which decides its type of number and its plan (SMPP 3.4, 5.2.5 and 5.2.6).
    public enum Kind {
        /// Seen by its form: letters are a name, up to 8 digits a short code, more an international number.
        AUTO(-1, -1),
        /// A name of up to 11 characters.
        ALPHANUMERIC(5, 0),
        /// A short code, which only its country knows.
        SHORT_CODE(3, 0),
        /// A number of its country, without country code.
        NATIONAL(2, 1),
        /// A number with its country code.
        INTERNATIONAL(1, 1);

        private final int ton;
        private final int npi;

        Kind(int ton, int npi) {
            this.ton = ton;
            this.npi = npi;
        }

        int ton() {
            return ton;
        }

        int npi() {
            return npi;
        }
    }

    /// @throws IllegalArgumentException when the address can't be of that kind
    public Source {
        boolean digits = DIGITS.matcher(address).matches();
        if (kind == Kind.AUTO) {
            kind = kindOf(address, digits);
        }
        boolean fits = kind == Kind.ALPHANUMERIC
                ? !address.isBlank()
                        && address.length() <= LONGEST_NAME
                        && StandardCharsets.US_ASCII.newEncoder().canEncode(address)
                : digits;
        if (!fits) {
            throw new IllegalArgumentException(
                    "a sender is a name of 1 to 11 ASCII characters, or digits with an optional plus");
        }
    }

    /// The address as it is sent: digits without their plus, since the type of number says it.
    String sent() {
        return address.startsWith("+") ? address.substring(1) : address;
    }

    private static Kind kindOf(String address, boolean digits) {
        if (!digits) {
            return Kind.ALPHANUMERIC;
        }
        return !address.startsWith("+") && address.length() <= LONGEST_SHORT_CODE
                ? Kind.SHORT_CODE
                : Kind.INTERNATIONAL;
    }
}
