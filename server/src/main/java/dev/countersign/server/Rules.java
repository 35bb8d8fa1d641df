package dev.countersign.server;

import dev.countersign.customer.RegistrationPolicy;
import dev.countersign.destination.PhoneValidation;
import dev.countersign.directory.UserPolicy;
import dev.countersign.gateway.dialect.alibaba.AlibabaOptions;
import dev.countersign.gateway.dialect.tencent.TencentOptions;
import dev.countersign.product.alibaba.dypnsapi.v20170525.DypnsOptions;
import dev.countersign.server.config.Configuration;
import dev.countersign.server.config.GeneralConfig.Limits;
import dev.countersign.verification.VerificationPolicy;
import dev.countersign.webhook.Target;

/// The numbers and switches that an installation goes by.
///
/// @param verification codes, tries, waits and ceilings
/// @param registration whom partners may register
/// @param users how many users tenants may have
/// @param validation how strictly phone numbers are looked at
/// @param tencent what is decided about the Tencent wire
/// @param alibaba what is decided about the Alibaba wire
/// @param dypns what is decided about its product for codes by text message
/// @param relaxed whether calls a second are not limited
/// @param takesOlderThanStart whether calls that were signed before the start are taken, though which of them
///     were made
/// then
///     is not known
/// @param guardsLowering whether a principal needs a second factor to lower its own protection
/// @param secure whether calls come over TLS, here or at a proxy in front
/// @param webhooks where events may be posted to
/// @param challenging how challenges are reached, and whom they ask
record Rules(
        VerificationPolicy verification,
        RegistrationPolicy registration,
        UserPolicy users,
        PhoneValidation validation,
        TencentOptions tencent,
        AlibabaOptions alibaba,
        DypnsOptions dypns,
        boolean relaxed,
        boolean takesOlderThanStart,
        boolean guardsLowering,
        boolean secure,
        Target webhooks,
        Challenging.World challenging) {
    /// Those of a configuration.
    ///
    /// @param echo whether a wrong signature is answered with what the server signed; in the dev world only
    /// @param challenging how challenges are reached, and whom they ask
    static Rules of(Configuration configuration, boolean echo, Challenging.World challenging) {
        return new Rules(
                configuration.verification().policy(),
                configuration.registration().policy(),
                configuration.users().policy(),
                configuration.phone().validation(),
                new TencentOptions(echo, configuration.tencent().unsignedPayload()),
                configuration.alibaba().options(echo),
                configuration.alibaba().dypns(),
                configuration.general().limits() == Limits.RELAXED,
                echo,
                configuration.mfa().guardLowering(),
                configuration.tls().certificate().isPresent()
                        || configuration.general().behindProxy(),
                configuration.webhooks().target(),
                challenging);
    }
}
