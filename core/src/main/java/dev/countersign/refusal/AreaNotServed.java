package dev.countersign.refusal;

/// Accounts, or sends, are not offered for this country code.
///
/// @param countryCode the dialling code without plus
public record AreaNotServed(String countryCode) implements SendRefusal, RegistrationRefusal {}
