package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.webhook.Webhooks;

/// `POST /v1/deliveries/{id}/redeliver`: posts an event to a webhook again.
public final class Redeliver implements Action<Redeliver.Request, DeliveryView> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The delivery's id.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    pattern = GetVerification.UUID,
                    whenMalformed = V1Webhooks.DELIVERY_UNKNOWN,
                    inPath = true)
            String id) {}

    static final ActionSpec<Request, DeliveryView> SPEC = ActionSpec.action(
                    "Redeliver", Request.class, DeliveryView.class)
            .summary("Posts an event to a webhook again, with the same event id, and tries for another 24 hours.")
            .perSecond(20)
            .route("POST", "/v1/deliveries/{id}/redeliver", 202, V1Webhooks.SCOPE)
            .refuses(
                    WebhookRefusal.DeliveryUnknown.class,
                    404,
                    V1Webhooks.DELIVERY_UNKNOWN,
                    "There is no such delivery.")
            .build();

    private final Webhooks webhooks;

    Redeliver(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ActionSpec<Request, DeliveryView> spec() {
        return SPEC;
    }

    @Override
    public DeliveryView perform(Context context, Request request) {
        return DeliveryView.of(webhooks.redeliver(context.caller(), request.id(), context.idempotency()));
    }
}
