package dev.countersign.server.config;

import dev.countersign.value.Secret;
import java.util.function.Function;

/// What only carriers of one kind have.
public sealed interface CarrierDetails
        permits SmppConfig,
                HttpCarrierConfig,
                TwilioConfig,
                TencentSmsConfig,
                AlibabaSmsConfig,
                SmtpConfig,
                InboxConfig {
    /// Stands for every secret while a configuration is only looked at.
    Function<SecretReference, Secret> UNSEEN = reference -> Secret.of("unseen-".repeat(3));
}
