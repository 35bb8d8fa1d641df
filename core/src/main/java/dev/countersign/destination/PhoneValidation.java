package dev.countersign.destination;

/// How strictly phone numbers are looked at before anything is sent: the configuration's `phone.validation`.
public enum PhoneValidation {
    /// 1 to 32 digits and a country code that exists. What the vendor's page asks for, and no more.
    SYNTAX,
    /// Also of a length that the country's plan knows.
    POSSIBLE,
    /// Also in a range that the country's plan has assigned.
    VALID;

    /// Whether a number passes.
    public boolean accepts(NumberingPlan plan, PhoneNumber number) {
        return plan.assigned(number.countryCode())
                && switch (this) {
                    case SYNTAX -> true;
                    case POSSIBLE -> plan.possible(number);
                    case VALID -> plan.valid(number);
                };
    }
}
