package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.Authenticators;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AuthenticatorRefusal;

/// `GET /v1/principals/{uin}/authenticators`: what a principal has.
public final class GetAuthenticators implements Action<GetAuthenticators.Request, AuthenticatorsView> {
    /// Its parameters.
    public record Request(
            @Field(doc = AuthenticatorProblems.UIN_DOC, example = AuthenticatorProblems.UIN_EXAMPLE, inPath = true)
            long uin) {}

    static final ActionSpec<Request, AuthenticatorsView> SPEC = ActionSpec.action(
                    "GetAuthenticators", Request.class, AuthenticatorsView.class)
            .summary("Tells what a principal proves itself with, and what failures hold back.")
            .perSecond(100)
            .route("GET", "/v1/principals/{uin}/authenticators", 200, V1Authenticators.SCOPE)
            .refuses(AuthenticatorRefusal.HolderUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .build();

    private final Authenticators authenticators;

    GetAuthenticators(Authenticators authenticators) {
        this.authenticators = authenticators;
    }

    @Override
    public ActionSpec<Request, AuthenticatorsView> spec() {
        return SPEC;
    }

    @Override
    public AuthenticatorsView perform(Context context, Request request) {
        return AuthenticatorsView.of(authenticators.of(context.caller(), request.uin()));
    }
}
