package dev.countersign.product.countersign.v1;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CheckRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.verification.Code;
import dev.countersign.verification.Verifications;

/// `POST /v1/verifications/{id}/check`: uses a code up, once.
public final class CheckVerification implements Action<CheckVerification.Request, VerificationView> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "The verification's id.",
                    example = "01890a5d-ac96-774b-bcce-b302099a8057",
                    pattern = GetVerification.UUID,
                    whenMalformed = GetVerification.UNKNOWN,
                    inPath = true)
            String id,

            @Field(doc = "The code that was given.", example = "123456", pattern = "[0-9A-Za-z]{1,32}", secret = true)
            String code) {}

    static final ActionSpec<Request, VerificationView> SPEC = ActionSpec.action(
                    "CheckVerification", Request.class, VerificationView.class)
            .summary("Checks a code and uses it up: it is accepted once.")
            .perSecond(100)
            .route("POST", "/v1/verifications/{id}/check", 200, CountersignV1.SCOPE)
            .answers(CheckRefusal.class)
            .refuses(CheckRefusal.VerificationUnknown.class, 404, GetVerification.UNKNOWN, GetVerification.UNKNOWN_TEXT)
            .refuses(
                    CodeNotAccepted.class,
                    422,
                    "code-not-accepted",
                    "The code is wrong, expired, used, or was never sent.")
            .build();

    private final Verifications verifications;

    CheckVerification(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    public ActionSpec<Request, VerificationView> spec() {
        return SPEC;
    }

    @Override
    public VerificationView perform(Context context, Request request) {
        return VerificationView.of(
                verifications.redeem(context.caller(), request.id(), Code.of(request.code()), context.idempotency()));
    }
}
