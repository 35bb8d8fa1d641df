package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Field;
import dev.countersign.webhook.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A delivery of an event to a webhook as our own API shows it.
record DeliveryView(
        @Field(doc = "The delivery's id.", example = "01890a5d-ac96-774b-bcce-b302099a8057")
        String id,

        @Field(doc = "The webhook's name.", example = "billing")
        String webhook,

        @Field(
                doc = "The event's id: what the receiver was sent as `id` and `webhook-id`.",
                example = "01890a5d-ac96-774b-bcce-b302099a8058")
        String event,

        @Field(doc = "The event's type.", example = "dev.countersign.message.delivered")
        String type,

        @Field(doc = "due, delivered, or failed (given up).", example = "delivered")
        String state,

        @Field(doc = "When the event happened, UTC.", example = "2027-01-01T00:00:00.123Z")
        String createdAt,

        @Field(
                doc = "When it is tried next, UTC; while it is being posted, when that would be repeated.",
                example = "2027-01-01T00:00:05.123Z",
                omitted = true)
        @Nullable String dueAt,

        @Field(doc = "The newest 50 tries, oldest first.") List<Tried> tries) {
    /// One try.
    record Tried(
            @Field(doc = "Counts from 1.", example = "1") long number,

            @Field(doc = "When it began, UTC.", example = "2027-01-01T00:00:00.130Z")
            String at,

            @Field(doc = "How many milliseconds it took.", example = "12")
            long tookMillis,

            @Field(doc = "The status that the receiver answered with.", example = "200", omitted = true) @Nullable Long status,

            @Field(doc = "Why there was no answer.", example = "no answer in time", omitted = true) @Nullable String error) {}

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.webhook(),
                delivery.event(),
                delivery.type().word(),
                delivery.state().word(),
                MessageView.written(delivery.createdAt()),
                delivery.dueAt().map(MessageView::written).orElse(null),
                delivery.tries().stream().map(DeliveryView::of).toList());
    }

    private static Tried of(Delivery.Try one) {
        return new Tried(
                one.number(),
                MessageView.written(one.at()),
                one.took().toMillis(),
                one.status().map(Integer::longValue).orElse(null),
                one.error().orElse(null));
    }
}
