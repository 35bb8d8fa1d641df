package dev.countersign.refusal;

/// A customer account that is not created. A right code stays unspent.
public sealed interface RegistrationRefusal extends Refusal
        permits CodeNotAccepted,
                AreaNotServed,
                AccountsPerNumberReached,
                RegistrationRefusal.AccountTypeUnknown,
                RegistrationRefusal.CountryCodeUnknown,
                RegistrationRefusal.AreaMismatch,
                RegistrationRefusal.PasswordWeak,
                RegistrationRefusal.PasswordsDiffer,
                RegistrationRefusal.MailRegistered,
                RegistrationRefusal.TradeMismatch,
                RegistrationRefusal.CustomersPerPartnerReached {
    /// Neither personal nor company.
    record AccountTypeUnknown() implements RegistrationRefusal {}

    /// No country has this dialling code.
    record CountryCodeUnknown() implements RegistrationRefusal {}

    /// The area does not exist or does not have this dialling code.
    record AreaMismatch() implements RegistrationRefusal {}

    /// The password lacks a kind of character that it must contain.
    record PasswordWeak() implements RegistrationRefusal {}

    /// The password and its confirmation are not the same.
    record PasswordsDiffer() implements RegistrationRefusal {}

    /// The e-mail address already has an account.
    record MailRegistered() implements RegistrationRefusal {}

    /// The two industry ids don't belong together.
    record TradeMismatch() implements RegistrationRefusal {}

    /// The partner holds as many customers as it may.
    ///
    /// @param limit the most that it may hold
    record CustomersPerPartnerReached(int limit) implements RegistrationRefusal {}
}
