package dev.countersign.server.config;

import dev.countersign.delivery.http.HookSettings;
import dev.countersign.delivery.http.HttpCarrierSettings;
import dev.countersign.delivery.http.Registered;
import dev.countersign.value.Secret;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A provider whose HTTP API is described in the configuration; [HttpCarrierSettings] says what each value
/// means.
///
/// @param request what is sent
/// @param answer what the answer means
/// @param templateIds the provider's own names of registered texts
/// @param receipts what it posts about messages
/// @param reach where it may go and how long it may take
@Area(
        value = "http",
        doc =
                "Any provider's HTTP API. In `url`, `headers` and `body` stand `{to}`, `{to-plus}`, `{country}`, `{national}`,"
                        + " `{from}`, `{text}`, `{code}`, `{minutes}`, `{id}`, `{locale}`, `{purpose}` and `{template}` for parts of"
                        + " the message; no value can break out of its place. Places in JSON are written as RFC 6901 has them:"
                        + " `/messages/0/id`.")
public record HttpCarrierConfig(
        HttpRequestConfig request,
        HttpAnswerConfig answer,

        @Key(
                doc = "The provider's own names of registered texts, which `{template}` stands for: for a purpose,"
                        + " `purpose/locale`, `*/locale` or `*`.",
                example = "{\"*\": otp-en, \"*/zh\": otp-zh}")
        Map<String, String> templateIds,

        HttpReceiptConfig receipts,
        ReachConfig reach)
        implements CarrierDetails, Checked {
    /// The defaults.
    public static HttpCarrierConfig standard() {
        return new HttpCarrierConfig(
                HttpRequestConfig.standard(),
                HttpAnswerConfig.standard(),
                Map.of(),
                HttpReceiptConfig.standard(),
                ReachConfig.standard());
    }

    @Override
    public void check() {
        settings(UNSEEN);
        hook(UNSEEN);
    }

    /// What the carrier is told.
    ///
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when a value is out of its range, or a secret isn't there
    public HttpCarrierSettings settings(Function<SecretReference, Secret> secrets) {
        return new HttpCarrierSettings(
                request.sent(secrets), answer.success(), answer.faults(), new Registered<>(templateIds), reach.reach());
    }

    /// What its receipts look like; empty when it posts none.
    ///
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when a value is out of its range, or a secret isn't there
    public Optional<HookSettings> hook(Function<SecretReference, Secret> secrets) {
        return receipts.hook(secrets);
    }
}
