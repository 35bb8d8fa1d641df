package dev.countersign.gateway.signing;

import java.util.Optional;

/// A signature as the server works it out, beside the one that was sent.
///
/// @param scheme what the vendor calls the scheme
/// @param canonicalRequest the canonical request; empty in a scheme that has none
/// @param stringToSign the string to sign
/// @param match the two signatures
/// @param problem what is wrong besides the signature, as a sentence
public record Reckoning(
        String scheme, String canonicalRequest, String stringToSign, Match match, Optional<String> problem) {
    /// The two signatures.
    ///
    /// @param expected what the secret gives
    /// @param given what was sent
    /// @param fits whether the call would be believed
    public record Match(String expected, String given, boolean fits) {}

    /// Without the texts, which can hold codes and numbers, and without the signatures.
    @Override
    public String toString() {
        return "Reckoning(" + scheme + ", fits=" + match.fits() + ")";
    }
}
