package dev.countersign.server.config;

import dev.countersign.destination.Channel;
import java.util.List;
import java.util.Locale;

/// How a carrier is spoken to.
public enum CarrierKind {
    /// SMPP 3.4.
    SMPP(SmppConfig.class),
    /// Any provider's HTTP API, described in the configuration.
    HTTP(HttpCarrierConfig.class),
    /// Twilio's Programmable Messaging, and its calls.
    TWILIO(TwilioConfig.class),
    /// Tencent Cloud SMS.
    TENCENT_SMS(TencentSmsConfig.class),
    /// Alibaba Cloud SMS.
    ALIBABA_SMS(AlibabaSmsConfig.class),
    /// A mail server.
    SMTP(SmtpConfig.class),
    /// None: messages stay where a developer reads them.
    INBOX(InboxConfig.class);

    private final Class<? extends Record> type;

    CarrierKind(Class<? extends Record> type) {
        this.type = type;
    }

    /// The record of its keys.
    Class<? extends Record> type() {
        return type;
    }

    /// The channels that it can serve.
    public List<Channel> channels() {
        return switch (this) {
            case SMPP, TENCENT_SMS, ALIBABA_SMS -> List.of(Channel.SMS);
            case TWILIO -> List.of(Channel.SMS, Channel.VOICE);
            case SMTP -> List.of(Channel.EMAIL);
            case HTTP, INBOX -> List.of(Channel.SMS, Channel.VOICE, Channel.EMAIL);
        };
    }

    /// As the configuration writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
