package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Messages;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.DeliveryRefusal;
import dev.countersign.refusal.Refused;

/// `GET /v1/messages/{id}`: a message with its whole history.
public final class GetMessage implements Action<GetMessage.Request, MessageView> {
    private static final String UNKNOWN = "message-unknown";

    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The message's id.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    pattern = GetVerification.UUID,
                    whenMalformed = UNKNOWN,
                    inPath = true)
            String id) {}

    static final ActionSpec<Request, MessageView> SPEC = ActionSpec.action(
                    "GetMessage", Request.class, MessageView.class)
            .summary("Tells what became of a message: each hand-over to a carrier, each part and its receipts.")
            .perSecond(100)
            .route("GET", "/v1/messages/{id}", 200, V1Delivery.MESSAGES)
            .refuses(DeliveryRefusal.MessageUnknown.class, 404, UNKNOWN, "There is no such message.")
            .build();

    private final Messages messages;

    GetMessage(Messages messages) {
        this.messages = messages;
    }

    @Override
    public ActionSpec<Request, MessageView> spec() {
        return SPEC;
    }

    @Override
    public MessageView perform(Context context, Request request) {
        return messages.find(context.caller(), request.id())
                .map(MessageView::of)
                .orElseThrow(() -> new Refused(new DeliveryRefusal.MessageUnknown()));
    }
}
