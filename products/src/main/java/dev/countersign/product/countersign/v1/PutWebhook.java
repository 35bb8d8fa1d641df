package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.webhook.EventType;
import dev.countersign.webhook.Webhooks;
import dev.countersign.webhook.Webhooks.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `PUT /v1/webhooks/{id}`: makes a webhook, or changes one.
public final class PutWebhook implements Action<PutWebhook.Request, WebhookView> {
    // Not private: the compiler does not see that annotations of components read it.
    static final String TYPE = "dev\\.countersign\\.(verification\\.(issued|redeemed|failed|expired)"
            + "|message\\.(handed|delivered|undelivered|failed|expired))";

    /// Its parameters.
    public record Request(
            @Field(
                    doc = V1Webhooks.NAME_DOC,
                    example = V1Webhooks.NAME_EXAMPLE,
                    pattern = V1Webhooks.NAME,
                    inPath = true)
            String id,

            @Field(
                    doc = "Where events are posted to: https, without user and fragment. Redirects are not followed.",
                    example = "https://hooks.example.com/countersign")
            String url,

            @Field(
                    doc = "The types of events that are posted; all, unless said otherwise.",
                    example = "dev.countersign.message.delivered",
                    pattern = TYPE)
            @Nullable List<String> events,

            @Field(doc = "Whether anything is posted; true, unless said otherwise.", example = "true") @Nullable Boolean active) {}

    static final ActionSpec<Request, WebhookView> SPEC = ActionSpec.action(
                    "PutWebhook", Request.class, WebhookView.class)
            .summary("Makes a webhook, or changes the one of that name. A new one's key is shown in this answer alone.")
            .perSecond(20)
            .route("PUT", "/v1/webhooks/{id}", 200, V1Webhooks.SCOPE)
            .refuses(
                    WebhookRefusal.TargetInvalid.class,
                    422,
                    "webhook-url-invalid",
                    "The address must be https, of a host on the internet, without user and fragment, and of at most"
                            + " 1024 characters.")
            .refuses(
                    WebhookRefusal.WebhooksReached.class,
                    422,
                    "webhooks-reached",
                    "The tenant has as many webhooks as it may.")
            .build();

    private final Webhooks webhooks;

    PutWebhook(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ActionSpec<Request, WebhookView> spec() {
        return SPEC;
    }

    @Override
    public WebhookView perform(Context context, Request request) {
        Set<EventType> types = Optional.ofNullable(request.events()).orElse(List.of()).stream()
                .flatMap(word -> EventType.of(word).stream())
                .collect(Collectors.toSet());
        boolean active = Optional.ofNullable(request.active()).orElse(true);
        return WebhookView.of(webhooks.put(context.caller(), new Wanted(request.id(), request.url(), types, active)));
    }
}
