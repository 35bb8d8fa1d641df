package dev.countersign.server.config;

import dev.countersign.destination.PhoneValidation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that can be configured: the areas, and last the named sections.
public record Configuration(
        GeneralConfig general,
        ListenConfig listen,
        TlsConfig tls,
        ManagementConfig management,
        StoreConfig store,
        PhoneConfig phone,
        VerificationConfig verification,
        RegistrationConfig registration,
        UsersConfig users,
        DeliveryConfig delivery,
        TencentConfig tencent,
        AlibabaConfig alibaba,
        MfaConfig mfa,
        ChallengeConfig challenge,
        WechatConfig wechat,
        RetentionConfig retention,
        AuditConfig audit,
        ConsoleConfig console,
        JournalConfig journal,
        TelemetryConfig telemetry,
        WebhookConfig webhooks,
        DeliveryPlan plan) {
    /// The dev world's tenant `dev`.
    private static final String DEV_TENANT = "100000000001";

    /// The configuration of the dev world: the vendors' own rules, every country, the inbox, no guard before
    /// protections, and codes returned to tenant `dev` where it asks for them.
    ///
    /// @param address the address to bind to
    /// @param port the port; 0 for any free one
    /// @param directory the data directory
    public static Configuration dev(String address, int port, Path directory, GeneralConfig.Limits limits) {
        StoreConfig store = StoreConfig.standard();
        return new Configuration(
                new GeneralConfig(false, Optional.empty(), limits),
                new ListenConfig(address, port, ListenConfig.standard().connections()),
                TlsConfig.standard(),
                ManagementConfig.standard(),
                new StoreConfig(directory, store.url(), store.user(), store.password(), store.connections()),
                new PhoneConfig(PhoneValidation.SYNTAX),
                VerificationConfig.everywhere(),
                RegistrationConfig.standard(),
                UsersConfig.standard(),
                new DeliveryConfig(true),
                TencentConfig.standard(),
                AlibabaConfig.returning(Set.of(DEV_TENANT)),
                new MfaConfig(false),
                ChallengeConfig.standard(),
                WechatConfig.standard(),
                RetentionConfig.standard(),
                AuditConfig.standard(),
                ConsoleConfig.standard(),
                JournalConfig.standard(),
                TelemetryConfig.standard(),
                new WebhookConfig(true),
                DeliveryPlan.none());
    }

    /// The same with other rules of registration.
    public Configuration with(RegistrationConfig other) {
        return with(other, users, mfa, alibaba, plan);
    }

    /// The same with other rules about users.
    public Configuration with(UsersConfig other) {
        return with(registration, other, mfa, alibaba, plan);
    }

    /// The same with other rules of protection.
    public Configuration with(MfaConfig other) {
        return with(registration, users, other, alibaba, plan);
    }

    /// The same with another Alibaba wire.
    public Configuration with(AlibabaConfig other) {
        return with(registration, users, mfa, other, plan);
    }

    /// The same with other carriers, routes and templates.
    public Configuration with(DeliveryPlan other) {
        return with(registration, users, mfa, alibaba, other);
    }

    private Configuration with(
            RegistrationConfig registering,
            UsersConfig managing,
            MfaConfig protecting,
            AlibabaConfig speaking,
            DeliveryPlan delivering) {
        return new Configuration(
                general,
                listen,
                tls,
                management,
                store,
                phone,
                verification,
                registering,
                managing,
                delivery,
                tencent,
                speaking,
                protecting,
                challenge,
                wechat,
                retention,
                audit,
                console,
                journal,
                telemetry,
                webhooks,
                delivering);
    }

    /// Who delivers what, with `delivery.inbox` as the carrier and the route that it stands for.
    public DeliveryPlan delivering() {
        return delivery.inbox() ? plan.toInbox() : plan;
    }

    /// Where the master key is.
    ///
    /// @throws ConfigurationRefused when it isn't said and there is no data directory to look in
    public SecretReference masterKey() {
        return general.masterKey().orElseGet(() -> {
            if (store.url().isPresent()) {
                throw new ConfigurationRefused(List.of(new Problem("", "master-key must say where the master key is")));
            }
            return SecretReference.file(store.directory().resolve("master.key"));
        });
    }

    /// Requires what `serve` does not start without.
    ///
    /// @throws ConfigurationRefused with all that is missing
    public void requireServable() {
        List<Problem> problems = new ArrayList<>();
        if (tls.certificate().isEmpty() && !general.behindProxy()) {
            problems.add(new Problem(
                    "",
                    "codes and signatures must not travel in the clear: set tls.certificate and tls.key,"
                            + " or behind-proxy: on when a proxy in front speaks TLS"));
        }
        if (verification.countries().isEmpty()) {
            problems.add(new Problem(
                    "",
                    "verification.countries must list the country codes that codes may be sent to, as [852, 65];"
                            + " [\"*\"] is every country, and open to SMS pumping"));
        }
        if (console.enabled() && !challenge.safe()) {
            problems.add(
                    new Problem(
                            "",
                            "console.enabled needs challenge.public-url, and that to begin with https://: sessions travel only so"));
        }
        if (store.url().isPresent() && general.masterKey().isEmpty()) {
            problems.add(new Problem("", "master-key must say where the master key is"));
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationRefused(problems);
        }
    }
}
