package dev.countersign.refusal;

/// The number already holds as many accounts of this partner as it may.
///
/// @param limit the most that it may hold
public record AccountsPerNumberReached(int limit) implements SendRefusal, RegistrationRefusal {}
