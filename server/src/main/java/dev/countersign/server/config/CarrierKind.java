package dev.countersign.server.config;

import static dev.countersign.destination.Channel.EMAIL;
import static dev.countersign.destination.Channel.SMS;
import static dev.countersign.destination.Channel.VOICE;

import dev.countersign.destination.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How a carrier is spoken to.
public enum CarrierKind {
    /// SMPP 3.4.
    SMPP(SmppConfig.class, SMS),
    /// Any provider's HTTP API, described in the configuration.
    HTTP(HttpCarrierConfig.class, SMS, VOICE, EMAIL),
    /// Twilio's Programmable Messaging, and its calls.
    TWILIO(TwilioConfig.class, SMS, VOICE),
    /// Tencent Cloud SMS.
    TENCENT_SMS(TencentSmsConfig.class, SMS),
    /// Alibaba Cloud SMS.
    ALIBABA_SMS(AlibabaSmsConfig.class, SMS),
    /// A mail server.
    SMTP(SmtpConfig.class, EMAIL),
    /// None: messages stay where a developer reads them.
    INBOX(InboxConfig.class, SMS, VOICE, EMAIL);

    private final Class<? extends Record> type;
    private final List<Channel> channels;

    CarrierKind(Class<? extends Record> type, Channel... channels) {
        this.type = type;
        this.channels = Arrays.asList(channels);
    }

    /// The record of its keys.
    Class<? extends Record> type() {
        return type;
    }

    /// The channels that it can serve.
    public List<Channel> channels() {
        return channels;
    }

    /// As the configuration writes it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
