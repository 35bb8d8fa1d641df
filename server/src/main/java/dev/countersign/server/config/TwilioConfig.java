package dev.countersign.server.config;

import dev.countersign.delivery.http.TwilioSettings;
import dev.countersign.value.Secret;
import java.util.Optional;
import java.util.function.Function;

/// An account at Twilio; [TwilioSettings] says what each value means.
@Area(value = "twilio", doc = "Twilio: Programmable Messaging, and calls that are spoken.") public record TwilioConfig(
        @Key(doc = "The account's id.", example = "AC0123456789abcdef0123456789abcdef", required = true)
        String accountSid,

        @Key(
                doc = "The id of an API key, when one signs in instead of the account.",
                example = "SK0123456789abcdef0123456789abcdef")
        Optional<String> keySid,

        @Key(
                doc = "Where the account's auth token is, or the API key's secret.",
                example = "env:TWILIO_AUTH_TOKEN",
                required = true)
        SecretReference secret,

        @Key(
                doc = "Who it comes from: a number, a short code, a name or a messaging service.",
                example = "\"+18885550100\"",
                required = true)
        String from,

        @Key(
                doc = "Where Twilio posts receipts: this server's own `/receipts/NAME`. Without it there are none.",
                example = "https://mfa.example.com/receipts/twilio")
        Optional<String> statusCallback,

        @Key(
                doc = "Where the account's auth token is, which signs receipts, when `secret` is an API key's.",
                example = "env:TWILIO_AUTH_TOKEN")
        Optional<SecretReference> receiptSecret,

        @Key(doc = "Where Twilio is.", example = "https://api.dublin.ie1.twilio.com")
        String address,

        ReachConfig reach)
        implements CarrierDetails, Checked {
    /// The defaults. Account, secret and sender have none: what stands here for them is never used.
    public static TwilioConfig standard() {
        return new TwilioConfig(
                "AC00000000000000000000000000000000",
                Optional.empty(),
                new SecretReference("env:NONE"),
                "none",
                Optional.empty(),
                Optional.empty(),
                TwilioSettings.ADDRESS,
                ReachConfig.standard());
    }

    @Override
    public void check() {
        settings(UNSEEN);
        if (statusCallback.isPresent() && keySid.isPresent() && receiptSecret.isEmpty()) {
            throw new IllegalArgumentException("receipt-secret is missing: an API key's secret signs no receipts");
        }
    }

    /// What the carrier is told.
    ///
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when a value is out of its range, or a secret isn't there
    public TwilioSettings settings(Function<SecretReference, Secret> secrets) {
        return new TwilioSettings(
                new TwilioSettings.Account(accountSid, keySid.orElse(accountSid), secrets.apply(secret)),
                from,
                statusCallback,
                address,
                reach.reach());
    }

    /// What Twilio signs receipts with: the account's auth token.
    ///
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when it isn't there
    public Secret signs(Function<SecretReference, Secret> secrets) {
        return secrets.apply(receiptSecret.orElse(secret));
    }
}
