package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.webhook.Webhooks;

/// `GET /v1/webhooks/{id}`: shows a webhook.
public final class GetWebhook implements Action<GetWebhook.Request, WebhookView> {
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
                    "GetWebhook", Request.class, WebhookView.class)
            .summary("Shows a webhook, without its key.")
            .perSecond(20)
            .route("GET", "/v1/webhooks/{id}", 200, V1Webhooks.SCOPE)
            .refuses(WebhookRefusal.WebhookUnknown.class, 404, V1Webhooks.UNKNOWN, V1Webhooks.UNKNOWN_TEXT)
            .build();

    private final Webhooks webhooks;

    GetWebhook(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ActionSpec<Request, WebhookView> spec() {
        return SPEC;
    }

    @Override
    public WebhookView perform(Context context, Request request) {
        return WebhookView.of(webhooks.find(context.caller(), request.id()));
    }
}
