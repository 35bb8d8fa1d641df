package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.Authenticators;
import dev.countersign.authenticator.Devices;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CodeNotAccepted;

/// `POST /v1/principals/{uin}/authenticators/totp/confirm`: makes a device active.
public final class ConfirmDevice implements Action<ConfirmDevice.Request, AuthenticatorsView> {
    /// Its parameters.
    public record Request(
            @Field(doc = AuthenticatorProblems.UIN_DOC, example = AuthenticatorProblems.UIN_EXAMPLE, inPath = true)
            long uin,

            @Field(doc = "The device's first code.", example = "123456", pattern = "[0-9]{6}", secret = true)
            String code) {}

    static final ActionSpec<Request, AuthenticatorsView> SPEC = ActionSpec.action(
                    "ConfirmDevice", Request.class, AuthenticatorsView.class)
            .summary("Gives the first code of a device that is being enrolled: that makes it the user's.")
            .perSecond(100)
            .route("POST", "/v1/principals/{uin}/authenticators/totp/confirm", 200, V1Authenticators.SCOPE)
            .refuses(AuthenticatorRefusal.HolderUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(CodeNotAccepted.class, 422, AuthenticatorProblems.CODE, AuthenticatorProblems.CODE_TEXT)
            .build();

    private final Devices devices;
    private final Authenticators authenticators;

    ConfirmDevice(Devices devices, Authenticators authenticators) {
        this.devices = devices;
        this.authenticators = authenticators;
    }

    @Override
    public ActionSpec<Request, AuthenticatorsView> spec() {
        return SPEC;
    }

    @Override
    public AuthenticatorsView perform(Context context, Request request) {
        devices.confirm(context.caller(), request.uin(), request.code(), context.idempotency());
        return AuthenticatorsView.of(authenticators.of(context.caller(), request.uin()));
    }
}
