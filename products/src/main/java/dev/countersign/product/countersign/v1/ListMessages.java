package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Messages;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CheckRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.verification.Verifications;
import java.util.List;

/// `GET /v1/verifications/{id}/messages`: the messages of a verification.
public final class ListMessages implements Action<ListMessages.Request, ListMessages.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The verification's id.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    pattern = GetVerification.UUID,
                    whenMalformed = GetVerification.UNKNOWN,
                    inPath = true)
            String id) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Its messages, oldest first: a re-send is one more.")
            List<MessageView> messages) {}

    static final ActionSpec<Request, Response> SPEC = ActionSpec.action("ListMessages", Request.class, Response.class)
            .summary("Lists the messages of a verification, with their whole history.")
            .perSecond(100)
            .route("GET", "/v1/verifications/{id}/messages", 200, V1Delivery.MESSAGES)
            .refuses(CheckRefusal.VerificationUnknown.class, 404, GetVerification.UNKNOWN, GetVerification.UNKNOWN_TEXT)
            .build();

    private final Verifications verifications;
    private final Messages messages;

    ListMessages(Verifications verifications, Messages messages) {
        this.verifications = verifications;
        this.messages = messages;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        if (verifications.find(context.caller(), request.id()).isEmpty()) {
            throw new Refused(new CheckRefusal.VerificationUnknown());
        }
        return new Response(messages.ofVerification(context.caller(), request.id()).stream()
                .map(MessageView::of)
                .toList());
    }
}
