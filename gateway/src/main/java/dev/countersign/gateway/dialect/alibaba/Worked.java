package dev.countersign.gateway.dialect.alibaba;

import dev.countersign.gateway.signing.Reckoning;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.value.Bytes;
import java.util.Optional;

/// A signature as it was worked out.
///
/// @param expected the signature that the secret gives
/// @param canonical the canonical request; in version 1 the canonical query
/// @param stringToSign the string to sign
record Worked(String expected, String canonical, String stringToSign) {
    private static final int MOST_ECHO = 4096;

    /// Whether this is what was sent; compared in constant time.
    boolean fits(String given) {
        return Bytes.utf8(expected).equalsInConstantTime(Bytes.utf8(given));
    }

    /// The refusal of a signature that does not fit.
    ///
    /// @param shown whether what the server signed may be shown
    /// @param echo what the server signed, as a refusal words it
    Refused refused(boolean shown, String echo) {
        String brief = echo.length() <= MOST_ECHO ? echo : echo.substring(0, MOST_ECHO) + "…";
        return new Refused(
                shown
                        ? new CallRefusal.NotAuthentic(
                                Optional.of(brief), Optional.of(new CallRefusal.Basis(canonical, stringToSign)))
                        : new CallRefusal.NotAuthentic(Optional.empty()));
    }

    /// The same for a developer.
    ///
    /// @param scheme what the vendor calls the scheme
    /// @param given the signature that was sent
    /// @param problem what is wrong besides
    Reckoning reckoned(String scheme, String given, Optional<String> problem) {
        return new Reckoning(
                scheme,
                canonical,
                stringToSign,
                new Reckoning.Match(expected, given, fits(given) && problem.isEmpty()),
                problem);
    }
}
