package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.WebhookRefusal;
import dev.countersign.webhook.Delivery;
import dev.countersign.webhook.Webhooks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GET /v1/webhooks/{id}/deliveries`: the log of a webhook.
public final class ListDeliveries implements Action<ListDeliveries.Request, ListDeliveries.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = V1Webhooks.NAME_DOC,
                    example = V1Webhooks.NAME_EXAMPLE,
                    pattern = V1Webhooks.NAME,
                    whenMalformed = V1Webhooks.UNKNOWN,
                    inPath = true)
            String id,

            @Field(
                    doc = "The `next` of the page before; the newest, when left out.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    pattern = GetVerification.UUID)
            @Nullable String after,

            @Field(doc = V1Webhooks.LIMIT_DOC, example = "50") @Nullable Long limit) {}

    /// Its answer.
    public record Response(
            @Field(doc = "The deliveries, newest first.") List<DeliveryView> deliveries,

            @Field(
                    doc = "What to give as `after` for the page that follows; left out on the last one.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    omitted = true)
            @Nullable String next) {}

    static final ActionSpec<Request, Response> SPEC = ActionSpec.action("ListDeliveries", Request.class, Response.class)
            .summary("Lists what was posted to a webhook, with each try.")
            .perSecond(20)
            .route("GET", "/v1/webhooks/{id}/deliveries", 200, V1Webhooks.SCOPE)
            .refuses(WebhookRefusal.WebhookUnknown.class, 404, V1Webhooks.UNKNOWN, V1Webhooks.UNKNOWN_TEXT)
            .build();

    private final Webhooks webhooks;

    ListDeliveries(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        int limit = V1Webhooks.limit(request.limit());
        List<Delivery> page =
                webhooks.deliveries(context.caller(), request.id(), Optional.ofNullable(request.after()), limit + 1);
        boolean more = page.size() > limit;
        List<Delivery> shown = more ? page.subList(0, limit) : page;
        return new Response(
                shown.stream().map(DeliveryView::of).toList(),
                more ? shown.getLast().id() : null);
    }
}
