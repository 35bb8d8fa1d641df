package dev.countersign.server;

import dev.countersign.customer.RegistrationPolicy;
import dev.countersign.destination.PhoneValidation;
import dev.countersign.gateway.dialect.tencent.TencentOptions;
import dev.countersign.verification.VerificationPolicy;

/// The numbers and switches that an installation goes by.
///
/// @param verification codes, tries, waits and ceilings
/// @param registration whom partners may register
/// @param validation how strictly phone numbers are looked at
/// @param tencent what is decided about the Tencent wire
/// @param relaxed whether calls a second are not limited
public record Rules(
        VerificationPolicy verification,
        RegistrationPolicy registration,
        PhoneValidation validation,
        TencentOptions tencent,
        boolean relaxed) {
    /// Those of the dev world.
    public static Rules development(boolean relaxed, RegistrationPolicy registration) {
        return new Rules(
                VerificationPolicy.standard(),
                registration,
                PhoneValidation.SYNTAX,
                TencentOptions.development(),
                relaxed);
    }
}
