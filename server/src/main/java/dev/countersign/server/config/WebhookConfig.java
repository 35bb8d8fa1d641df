package dev.countersign.server.config;

import dev.countersign.webhook.Target;

/// How events are posted to the webhooks of tenants.
///
/// @param privateTargets whether they may go to the operator's own network, and over plain HTTP
@Area(value = "webhooks", doc = "How events are posted to the webhooks of tenants.") public record WebhookConfig(
        @Key(
                doc =
                        "On to let webhooks lead to private, loopback and link-local addresses, and over plain HTTP. Then every"
                                + " tenant can have this server post into its own network.",
                example = "on")
        boolean privateTargets) {
    /// The defaults.
    public static WebhookConfig standard() {
        return new WebhookConfig(false);
    }

    /// Where events may be posted to.
    public Target target() {
        return new Target(privateTargets);
    }
}
