package dev.countersign.product.alibaba.cams.v20200606;

import dev.countersign.destination.Destinations;
import dev.countersign.destination.MailAddress;
import dev.countersign.destination.PhoneNumber;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.Refused;

/// Reads the three ways in which this product's calls write a number, so that one call finds the number of another.
final class Written {
    /// Country code and number in one piece. A plus is taken, and a blank, which is what a form makes of a plus.
    static final String WHOLE = "[+ ]?[0-9]{2,35}";

    /// The number without its country code.
    static final String NATIONAL = "[0-9]{1,32}";

    /// The country code alone.
    static final String COUNTRY = "[+ ]?[1-9][0-9]{0,2}";

    private final Destinations destinations;

    /// @param destinations brings numbers into their one form
    Written(Destinations destinations) {
        this.destinations = destinations;
    }

    /// A number in one piece.
    ///
    /// @param written as [#WHOLE]
    /// @throws Refused with [DestinationInvalid]
    PhoneNumber whole(String written) {
        return switch (destinations.written(written)) {
            case PhoneNumber phone -> phone;
            case MailAddress mail -> throw new Refused(new DestinationInvalid());
        };
    }

    /// A number in two parts.
    ///
    /// @param country as [#COUNTRY]
    /// @param national as [#NATIONAL]
    /// @throws Refused with [DestinationInvalid]
    PhoneNumber parts(String country, String national) {
        return destinations.phone(digits(country), national);
    }

    /// The digits of a number or country code.
    static String digits(String written) {
        return written.replaceAll("[^0-9]", "");
    }
}
