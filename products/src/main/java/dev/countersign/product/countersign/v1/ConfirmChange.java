package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.ChangeStore.Given;
import dev.countersign.authenticator.Changes;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.verification.Code;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `POST /v1/principals/{uin}/authenticators/changes/{id}/confirm`: makes a change.
public final class ConfirmChange implements Action<ConfirmChange.Request, ChangeView> {
    private static final String UNKNOWN = "change-unknown";

    /// Its parameters.
    public record Request(
            @Field(doc = AuthenticatorProblems.UIN_DOC, example = AuthenticatorProblems.UIN_EXAMPLE, inPath = true)
            long uin,

            @Field(
                    doc = "The change's id.",
                    example = "3f6d2f0a-51c7-4c0e-9a31-6a5d3a1c7e10",
                    pattern = GetVerification.UUID,
                    whenMalformed = UNKNOWN,
                    inPath = true)
            String id,

            @Field(
                    doc = "The code that came to the new number or address.",
                    example = "123456",
                    pattern = "[0-9A-Za-z]{1,32}",
                    secret = true)
            String code,

            @Field(
                    doc = "The code of the current factor, where one is demanded.",
                    example = "654321",
                    pattern = "[0-9A-Za-z]{1,32}",
                    secret = true)
            @Nullable String currentCode) {}

    static final ActionSpec<Request, ChangeView> SPEC = ActionSpec.action(
                    "ConfirmChange", Request.class, ChangeView.class)
            .summary("Makes a change: both codes must be right. The code is looked at first; where one is wrong, the"
                    + " other is not used up.")
            .perSecond(100)
            .route("POST", "/v1/principals/{uin}/authenticators/changes/{id}/confirm", 200, V1Authenticators.SCOPE)
            .refuses(AuthenticatorRefusal.HolderUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(AuthenticatorRefusal.ChangeUnknown.class, 404, UNKNOWN, "The user has no change of this id.")
            .refuses(
                    AuthenticatorRefusal.ChangeEnded.class,
                    422,
                    "change-ended",
                    "The change has ended, or what is bound has changed since it was started.")
            .refuses(CodeNotAccepted.class, 422, AuthenticatorProblems.CODE, AuthenticatorProblems.CODE_TEXT)
            .refuses(
                    AuthenticatorRefusal.CurrentNotAccepted.class,
                    422,
                    "current-code-not-accepted",
                    "The code of the current factor is wrong, expired or used. The other code is still good.")
            .build();

    private final Changes changes;

    ConfirmChange(Changes changes) {
        this.changes = changes;
    }

    @Override
    public ActionSpec<Request, ChangeView> spec() {
        return SPEC;
    }

    @Override
    public ChangeView perform(Context context, Request request) {
        Given given = new Given(
                Code.of(request.code()),
                Optional.ofNullable(request.currentCode()).map(Code::of),
                context.idempotency());
        return ChangeView.of(changes.confirm(context.caller(), request.uin(), request.id(), given));
    }
}
