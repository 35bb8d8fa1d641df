package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.Authenticators;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.Refused;

/// `POST /v1/principals/{uin}/authenticators/{kind}/unlock`: lifts what failures disabled, as `countersign
/// unlock` does.
public final class UnlockAuthenticator implements Action<UnlockAuthenticator.Request, AuthenticatorsView> {
    /// Its parameters.
    public record Request(
            @Field(doc = AuthenticatorProblems.UIN_DOC, example = AuthenticatorProblems.UIN_EXAMPLE, inPath = true)
            long uin,

            @Field(
                    doc = "phone, mail, totp, wechat, or enrolment: the codes that administrators make.",
                    example = "phone",
                    pattern = "phone|mail|totp|wechat|enrolment",
                    whenMalformed = AuthenticatorProblems.KIND_UNKNOWN,
                    inPath = true)
            String kind) {}

    static final ActionSpec<Request, AuthenticatorsView> SPEC = ActionSpec.action(
                    "UnlockAuthenticator", Request.class, AuthenticatorsView.class)
            .summary("Lifts what too many wrong codes disabled or hold back, and forgets them.")
            .perSecond(20)
            .route("POST", "/v1/principals/{uin}/authenticators/{kind}/unlock", 200, V1Authenticators.SCOPE)
            .refuses(
                    AuthenticatorRefusal.KindUnknown.class,
                    404,
                    AuthenticatorProblems.KIND_UNKNOWN,
                    AuthenticatorProblems.KIND_UNKNOWN_TEXT)
            .refuses(AuthenticatorRefusal.HolderUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(
                    AuthenticatorRefusal.OwnPrincipal.class,
                    403,
                    AuthenticatorProblems.OWN,
                    AuthenticatorProblems.OWN_TEXT)
            .refuses(
                    AuthenticatorRefusal.NothingToLift.class,
                    409,
                    "nothing-to-lift",
                    "No failures hold this authenticator back.")
            .build();

    private final Authenticators authenticators;

    UnlockAuthenticator(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    @Override
    public ActionSpec<Request, AuthenticatorsView> spec() {
        return SPEC;
    }

    @Override
    public AuthenticatorsView perform(Context context, Request request) {
        AuthenticatorKind kind = AuthenticatorKind.of(request.kind())
                .orElseThrow(() -> new Refused(new AuthenticatorRefusal.KindUnknown()));
        authenticators.unlock(context.caller(), request.uin(), kind, context.idempotency());
        return AuthenticatorsView.of(authenticators.of(context.caller(), request.uin()));
    }
}
