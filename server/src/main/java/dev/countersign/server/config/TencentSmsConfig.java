package dev.countersign.server.config;

import dev.countersign.delivery.http.Proof;
import dev.countersign.delivery.http.Registered;
import dev.countersign.delivery.http.TencentSmsSettings;
import dev.countersign.value.Secret;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// An application of Tencent Cloud SMS; [TencentSmsSettings] says what each value means.
@Area(value = "tencent-sms", doc = "Tencent Cloud SMS, which sends approved templates only.") public record TencentSmsConfig(
        @Key(doc = "The access key's id.", example = "AKIDexample", required = true)
        String secretId,

        @Key(doc = "Where the access key's secret is.", example = "env:TENCENT_SECRET_KEY", required = true)
        SecretReference secretKey,

        @Key(doc = "The application, `SmsSdkAppId`.", example = "\"1400006666\"", required = true)
        String appId,

        @Key(doc = "The approved signature, without brackets.", example = "Acme")
        Optional<String> signature,

        @Key(doc = "The sender id, as some countries want it.", example = "ACME")
        Optional<String> sender,

        @Key(doc = "`X-TC-Region`.", example = "ap-singapore")
        String region,

        @Key(
                doc =
                        "The approved templates: for a purpose, `purpose/locale`, `*/locale` or `*`, the template's id and what"
                                + " stands for its variables, in their order, with blanks between.",
                example = "{\"*\": \"1110 {code} {minutes}\", \"login/zh\": \"1111 {code}\"}",
                required = true)
        Map<String, String> templateIds,

        @Key(
                doc = "Where the word is, of 16 characters or more, that proves reports: they are posted to"
                        + " `/receipts/NAME?token=WORD`. Without it there are none.",
                example = "env:REPORT_TOKEN")
        Optional<SecretReference> receiptSecret,

        @Key(doc = "Where it is.", example = "https://sms.intl.tencentcloudapi.com")
        String address,

        ReachConfig reach)
        implements CarrierDetails, Checked {
    /// The defaults. What is required has none: what stands here for it is never used.
    public static TencentSmsConfig standard() {
        return new TencentSmsConfig(
                "none",
                new SecretReference("env:NONE"),
                "none",
                Optional.empty(),
                Optional.empty(),
                "ap-guangzhou",
                Map.of("*", "none"),
                Optional.empty(),
                TencentSmsSettings.ADDRESS,
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
    public TencentSmsSettings settings(Function<SecretReference, Secret> secrets) {
        Map<String, TencentSmsSettings.Template> templates = new LinkedHashMap<>();
        templateIds.forEach((key, written) -> templates.put(key, template(written)));
        return new TencentSmsSettings(
                new TencentSmsSettings.Key(secretId, secrets.apply(secretKey)),
                new TencentSmsSettings.Application(appId, signature.orElse(""), sender.orElse(""), region),
                new Registered<>(templates),
                address,
                reach.reach());
    }

    private static TencentSmsSettings.Template template(String written) {
        List<String> words = Arrays.asList(written.strip().split("\\s+"));
        return new TencentSmsSettings.Template(words.getFirst(), words.subList(1, words.size()));
    }

    /// What proves that reports are from it; empty for no reports.
    ///
    /// @param secrets fetches secrets
    /// @throws IllegalArgumentException when the word isn't there, or could be guessed
    public Optional<Proof> proof(Function<SecretReference, Secret> secrets) {
        return receiptSecret.map(reference -> new Proof.Query("token", secrets.apply(reference)));
    }
}
