package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Field;
import dev.countersign.webhook.EventType;
import dev.countersign.webhook.SigningKey;
import dev.countersign.webhook.Subscription;
import dev.countersign.webhook.Webhooks.Shown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A webhook as our own API shows it.
record WebhookView(
        @Field(doc = "Its name.", example = "billing") String id,

        @Field(doc = "Where events are posted to.", example = "https://hooks.example.com/countersign")
        String url,

        @Field(
                doc = "The types of events that are posted; empty for all.",
                example = "dev.countersign.message.delivered")
        List<String> events,

        @Field(doc = "Whether anything is posted now.", example = "true")
        boolean active,

        @Field(
                doc = "The key that signs, shown this once: `whsec_` and base64.",
                example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
                secret = true,
                omitted = true)
        @Nullable String secret,

        @Field(
                doc = "Until when the key before signs beside this one, UTC.",
                example = "2027-01-02T00:00:00.123Z",
                omitted = true)
        @Nullable String previousUntil,

        @Field(doc = "When it was made, UTC.", example = "2027-01-01T00:00:00.123Z")
        String createdAt,

        @Field(doc = "When it was last changed, UTC.", example = "2027-01-01T00:00:00.123Z")
        String changedAt) {
    static WebhookView of(Subscription one) {
        return of(one, Optional.empty());
    }

    static WebhookView of(Shown shown) {
        return of(shown.subscription(), shown.key());
    }

    private static WebhookView of(Subscription one, Optional<SigningKey> key) {
        return new WebhookView(
                one.id(),
                one.url(),
                one.events().stream().map(EventType::word).sorted().toList(),
                one.active(),
                key.map(fresh -> fresh.secret().reveal()).orElse(null),
                one.previousUntil().map(MessageView::written).orElse(null),
                MessageView.written(one.createdAt()),
                MessageView.written(one.changedAt()));
    }
}
