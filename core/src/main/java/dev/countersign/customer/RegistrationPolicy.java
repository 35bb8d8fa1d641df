package dev.countersign.customer;

import dev.countersign.customer.CustomerStore.Caps;
import java.util.Set;

/// Whom partners may register.
///
/// @param unservedCountryCodes dialling codes that get neither codes nor accounts
/// @param caps how many accounts there may be
public record RegistrationPolicy(Set<String> unservedCountryCodes, Caps caps) {
    /// The vendor's: 7, 380 and 86 are refused (its SDK's field comment), 5 accounts a number; and 10,000
    /// customers a partner.
    public static RegistrationPolicy standard() {
        return new RegistrationPolicy(Set.of("7", "380", "86"), new Caps(5, 10_000));
    }
}
