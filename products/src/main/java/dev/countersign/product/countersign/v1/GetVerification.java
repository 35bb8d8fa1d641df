package dev.countersign.product.countersign.v1;

import dev.countersign.delivery.Messages;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CheckRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.verification.Verifications;

/// `GET /v1/verifications/{id}`: where a verification stands.
public final class GetVerification implements Action<GetVerification.Request, VerificationView> {
    /// What an id looks like; anything else is as unknown as an id that was never given out.
    static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    static final String UNKNOWN = "verification-unknown";
    static final String UNKNOWN_TEXT = "There is no such verification.";

    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The verification's id.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    pattern = UUID,
                    whenMalformed = UNKNOWN,
                    inPath = true)
            String id) {}

    static final ActionSpec<Request, VerificationView> SPEC = ActionSpec.action(
                    "GetVerification", Request.class, VerificationView.class)
            .summary("Tells where a verification stands.")
            .perSecond(100)
            .route("GET", "/v1/verifications/{id}", 200, CountersignV1.SCOPE)
            .refuses(CheckRefusal.VerificationUnknown.class, 404, UNKNOWN, UNKNOWN_TEXT)
            .build();

    private final Verifications verifications;
    private final Messages messages;

    GetVerification(Verifications verifications, Messages messages) {
        this.verifications = verifications;
        this.messages = messages;
    }

    @Override
    public ActionSpec<Request, VerificationView> spec() {
        return SPEC;
    }

    @Override
    public VerificationView perform(Context context, Request request) {
        return verifications
                .find(context.caller(), request.id())
                .map(VerificationView::of)
                .map(view -> view.with(messages.latestState(context.caller(), request.id())))
                .orElseThrow(() -> new Refused(new CheckRefusal.VerificationUnknown()));
    }
}
