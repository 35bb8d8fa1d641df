package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Messages;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import java.util.List;

/// `GET /v1/messages?verification=…`: the messages of a verification.
public final class ListMessages implements Action<ListMessages.Request, ListMessages.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The verification's id.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    pattern = GetVerification.UUID)
            String verification) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Its messages, oldest first: a re-send is one more. None for an unknown one.")
            List<MessageView> messages) {}

    static final ActionSpec<Request, Response> SPEC = ActionSpec.action("ListMessages", Request.class, Response.class)
            .summary("Lists the messages of a verification, with their whole history.")
            .perSecond(100)
            .route("GET", "/v1/messages", 200, V1Delivery.MESSAGES)
            .build();

    private final Messages messages;

    ListMessages(Messages messages) {
        this.messages = messages;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response(messages.ofVerification(context.caller(), request.verification()).stream()
                .map(MessageView::of)
                .toList());
    }
}
