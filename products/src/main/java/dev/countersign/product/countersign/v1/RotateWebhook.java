package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.webhook.Webhooks;

/// `POST /v1/webhooks/{id}/rotate`: gives a webhook a fresh key.
public final class RotateWebhook implements Action<RotateWebhook.Request, WebhookView> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = V1Webhooks.NAME_DOC,
                    example = V1Webhooks.NAME_EXAMPLE,
                    pattern = V1Webhooks.NAME,
                    whenMalformed = V1Webhooks.UNKNOWN,
                    inPath = true)
            String id) {}

    static final ActionSpec<Request, WebhookView> SPEC = ActionSpec.action(
                    "RotateWebhook", Request.class, WebhookView.class)
            .summary(
                    "Gives a webhook a fresh key. The present one signs beside it for 24 hours, so that the receiver can change over.")
            .perSecond(20)
            .route("POST", "/v1/webhooks/{id}/rotate", 200, V1Webhooks.SCOPE)
            .refuses(WebhookRefusal.WebhookUnknown.class, 404, V1Webhooks.UNKNOWN, V1Webhooks.UNKNOWN_TEXT)
            .build();

    private final Webhooks webhooks;

    RotateWebhook(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ActionSpec<Request, WebhookView> spec() {
        return SPEC;
    }

    @Override
    public WebhookView perform(Context context, Request request) {
        return WebhookView.of(webhooks.rotate(context.caller(), request.id(), context.idempotency()));
    }
}
