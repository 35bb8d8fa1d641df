package dev.countersign.gateway;

import dev.countersign.refusal.CallRefusal;
import java.util.Optional;

/// What became of a request. Of what was sent it holds names alone, no values; and those as sent, not believed.
///
/// @param called what it asked for
/// @param status the HTTP status; 0 when the connection was closed instead
/// @param code `ok`, or the code that was answered; empty when there was none
/// @param refused what refused; empty for a success
/// @param signed what the server held the signature against, only where the configuration allows to show it
public record Outcome(
        Called called, int status, String code, Optional<Refusing> refused, Optional<CallRefusal.Basis> signed) {
    /// What was asked for.
    ///
    /// @param dialect the dialect's name; empty when nobody speaks so
    /// @param product the product's name; empty when the action is not known
    /// @param action as published, or else as sent; empty when it was not read
    /// @param version as published, or else as sent
    /// @param keyId as sent; empty for none
    public record Called(String dialect, String product, String action, String version, String keyId) {}

    /// What refused.
    ///
    /// @param check the check
    /// @param why the kind of refusal, as `TimestampOutside`; empty where only a code is known
    /// @param about the parameter that it is about; empty for none
    public record Refusing(Check check, String why, String about) {}
}
