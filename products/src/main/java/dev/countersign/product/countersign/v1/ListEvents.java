package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.webhook.Event;
import dev.countersign.webhook.Webhooks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `GET /v1/events`: what happened, for who can't be posted to or was away.
public final class ListEvents implements Action<ListEvents.Request, ListEvents.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The `next` of the answer before; the oldest events that are kept, when left out.",
                    example = "4711",
                    pattern = "[0-9]{1,18}")
            @Nullable String after,

            @Field(doc = V1Webhooks.LIMIT_DOC, example = "50") @Nullable Long limit) {}

    /// Its answer.
    public record Response(
            @Field(doc = "The events, in the order in which they were kept.")
            List<EventView> events,

            @Field(
                    doc =
                            "What to give as `after` next, also when there was nothing new: no event comes to stand before it.",
                    example = "4712")
            String next,

            @Field(doc = "Whether there is more already.", example = "false")
            boolean more) {}

    static final ActionSpec<Request, Response> SPEC = ActionSpec.action("ListEvents", Request.class, Response.class)
            .summary("Lists what happened, oldest first. Events are kept from when the tenant has its first webhook.")
            .perSecond(20)
            .route("GET", "/v1/events", 200, V1Webhooks.EVENTS)
            .build();

    private final Webhooks webhooks;

    ListEvents(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        int limit = V1Webhooks.limit(request.limit());
        long after = request.after() == null ? 0 : Long.parseLong(request.after());
        List<Event> page = webhooks.events(context.caller(), after, limit + 1);
        boolean more = page.size() > limit;
        List<Event> shown = more ? page.subList(0, limit) : page;
        long next = shown.isEmpty() ? after : shown.getLast().number();
        return new Response(shown.stream().map(EventView::of).toList(), Long.toString(next), more);
    }
}
