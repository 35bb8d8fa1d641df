package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.webhook.Webhooks;

/// `DELETE /v1/webhooks/{id}`: forgets a webhook.
public final class DeleteWebhook implements Action<DeleteWebhook.Request, WebhookView> {
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
                    "DeleteWebhook", Request.class, WebhookView.class)
            .summary("Forgets a webhook with its keys; what was due to it is posted no more.")
            .perSecond(20)
            .route("DELETE", "/v1/webhooks/{id}", 200, V1Webhooks.SCOPE)
            .refuses(WebhookRefusal.WebhookUnknown.class, 404, V1Webhooks.UNKNOWN, V1Webhooks.UNKNOWN_TEXT)
            .build();

    private final Webhooks webhooks;

    DeleteWebhook(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ActionSpec<Request, WebhookView> spec() {
        return SPEC;
    }

    @Override
    public WebhookView perform(Context context, Request request) {
        WebhookView was = WebhookView.of(webhooks.find(context.caller(), request.id()));
        webhooks.delete(context.caller(), request.id());
        return was;
    }
}
