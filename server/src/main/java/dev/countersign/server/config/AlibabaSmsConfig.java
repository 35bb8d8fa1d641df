package dev.countersign.server.config;

import dev.countersign.delivery.http.AlibabaSmsSettings;
import dev.countersign.delivery.http.Proof;
import dev.countersign.delivery.http.Registered;
import dev.countersign.value.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Alibaba Cloud SMS; [AlibabaSmsSettings] says what each value means.
@Area(value = "alibaba-sms", doc = "Alibaba Cloud SMS in mainland China, which sends approved templates only.") public record AlibabaSmsConfig(
        @Key(doc = "The access key's id.", example = "LTAIexample", required = true)
        String keyId,

        @Key(doc = "Where the access key's secret is.", example = "env:ALIBABA_KEY_SECRET", required = true)
        SecretReference keySecret,

        @Key(doc = "The approved signature.", example = "Acme", required = true)
        String signature,

        @Key(
                doc =
                        "The approved templates: for a purpose, `purpose/locale`, `*/locale` or `*`, the template's code and"
                                + " its variables as `name=value`, with blanks between.",
                example = "{\"*\": \"SMS_154950909 code={code} min={minutes}\"}",
                required = true)
        Map<String, String> templateCodes,

        @Key(
                doc = "Where the word is, of 16 characters or more, that proves reports: they are posted to"
                        + " `/receipts/NAME?token=WORD`. Without it there are none.",
                example = "env:REPORT_TOKEN")
        Optional<SecretReference> receiptSecret,

        @Key(doc = "Where it is.", example = "https://dysmsapi.ap-southeast-1.aliyuncs.com")
        String address,

        ReachConfig reach)
        implements CarrierDetails, Checked {
    /// The defaults. What is required has none: what stands here for it is never used.
    public static AlibabaSmsConfig standard() {
        return new AlibabaSmsConfig(
                "none",
                new SecretReference("env:NONE"),
                "none",
                Map.of("*", "none"),
                Optional.empty(),
                AlibabaSmsSettings.ADDRESS,
                ReachConfig.standard());
    }

    @Override
    public void check() {
        settings(UNSEEN);
    }

    /// What the carrier is told.
    ///
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when a value is out of its range, or a secret isn't there
    public AlibabaSmsSettings settings(Function<SecretReference, Secret> secrets) {
        Map<String, AlibabaSmsSettings.Template> templates = new LinkedHashMap<>();
        templateCodes.forEach((key, written) -> templates.put(key, template(written)));
        return new AlibabaSmsSettings(
                new AlibabaSmsSettings.Key(keyId, secrets.apply(keySecret)),
                signature,
                new Registered<>(templates),
                address,
                reach.reach());
    }

    private static AlibabaSmsSettings.Template template(String written) {
        String[] words = written.strip().split("\\s+");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 1; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException(
                        "template-codes are written as SMS_154950909 code={code}, with name=value for each variable");
            }
            parameters.put(words[i].substring(0, equals), words[i].substring(equals + 1));
        }
        return new AlibabaSmsSettings.Template(words[0], parameters);
    }

    /// What proves that reports are from it; empty for no reports.
    ///
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when the word isn't there, or could be guessed
    public Optional<Proof> proof(Function<SecretReference, Secret> secrets) {
        return receiptSecret.map(reference -> new Proof.Query("token", secrets.apply(reference)));
    }
}
