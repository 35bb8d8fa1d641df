package dev.countersign.destination;

import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.Refused;
import java.util.Optional;

/// The edge where numbers and addresses are normalised, once: every limit, lookup and match uses what comes out
/// of here.
public final class Destinations {
    private final NumberingPlan plan;
    private final PhoneValidation validation;

    /// @param plan what is known of numbers
    /// @param validation how strictly numbers are looked at
    public Destinations(NumberingPlan plan, PhoneValidation validation) {
        this.plan = plan;
        this.validation = validation;
    }

    /// A number that was given in two parts.
    ///
    /// @param countryCode the dialling code, without plus
    /// @param national the rest, 1 to 32 digits
    /// @throws Refused with [DestinationInvalid]
    public PhoneNumber phone(String countryCode, String national) {
        if (!plan.assigned(countryCode)) {
            throw new Refused(new DestinationInvalid());
        }
        return valid(plan.normalise(countryCode, national));
    }

    /// A number or address that was written in one piece: `+852 6123 4567`, `0085261234567`, `alice@example.com`.
    ///
    /// @throws Refused with [DestinationInvalid]
    public Destination written(String text) {
        if (text.indexOf('@') >= 0) {
            return mail(text);
        }
        Optional<PhoneNumber> number = plan.parse(text);
        return valid(number.orElseThrow(() -> new Refused(new DestinationInvalid())));
    }

    private PhoneNumber valid(PhoneNumber number) {
        if (!validation.accepts(plan, number)) {
            throw new Refused(new DestinationInvalid());
        }
        return number;
    }

    private static MailAddress mail(String text) {
        if (!MailAddress.valid(text)) {
            throw new Refused(new DestinationInvalid());
        }
        return new MailAddress(text);
    }
}
