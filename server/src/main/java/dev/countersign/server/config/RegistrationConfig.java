package dev.countersign.server.config;

import dev.countersign.customer.CustomerStore.Caps;
import dev.countersign.customer.RegistrationPolicy;
import java.util.Set;

/// Whom partners may register.
///
/// @param unservedCountryCodes dialling codes that get neither codes nor accounts
/// @param accountsPerNumber how many accounts a number may hold
/// @param customersPerPartner how many customers a partner may have
@Area(value = "registration", doc = "Whom partners may register.") public record RegistrationConfig(
        @Key(doc = "Dialling codes that get neither codes nor accounts.", example = "[7, 380]")
        Set<String> unservedCountryCodes,

        @Key(doc = "How many accounts of one partner a phone number may hold.", example = "1")
        int accountsPerNumber,

        @Key(doc = "How many customers a partner may have.", example = "50000")
        int customersPerPartner) {
    /// Copies the set.
    public RegistrationConfig {
        unservedCountryCodes = Set.copyOf(unservedCountryCodes);
    }

    /// The defaults.
    public static RegistrationConfig standard() {
        RegistrationPolicy core = RegistrationPolicy.standard();
        return new RegistrationConfig(
                core.unservedCountryCodes(),
                core.caps().accountsPerNumber(),
                core.caps().customersPerPartner());
    }

    /// What the core decides by.
    public RegistrationPolicy policy() {
        return new RegistrationPolicy(unservedCountryCodes, new Caps(accountsPerNumber, customersPerPartner));
    }
}
