package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.webhook.Webhooks;
import java.util.List;

/// `GET /v1/webhooks`: the tenant's webhooks.
public final class ListWebhooks implements Action<ListWebhooks.Request, ListWebhooks.Response> {
    /// Its parameters: none.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(doc = "The webhooks, by name; ten at the most.")
            List<WebhookView> webhooks) {}

    static final ActionSpec<Request, Response> SPEC = ActionSpec.action("ListWebhooks", Request.class, Response.class)
            .summary("Lists the tenant's webhooks, without their keys.")
            .perSecond(20)
            .route("GET", "/v1/webhooks", 200, V1Webhooks.SCOPE)
            .build();

    private final Webhooks webhooks;

    ListWebhooks(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response(
                webhooks.all(context.caller()).stream().map(WebhookView::of).toList());
    }
}
