package dev.countersign.product.countersign.v1;

import dev.countersign.authenticator.AuthenticatorKind;
import dev.countersign.authenticator.Authenticators;
import dev.countersign.authenticator.Devices;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.AuthenticatorRefusal;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.CodeNotAccepted;
import dev.countersign.refusal.Refused;
import dev.countersign.refusal.UnbindRefusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `POST /v1/principals/{uin}/authenticators/{kind}/withdraw`: takes an authenticator away. A device goes by
/// its own code, everything else by another administrator's word.
public final class WithdrawAuthenticator implements Action<WithdrawAuthenticator.Request, AuthenticatorsView> {
    /// Its parameters.
    public record Request(
            @Field(doc = AuthenticatorProblems.UIN_DOC, example = AuthenticatorProblems.UIN_EXAMPLE, inPath = true)
            long uin,

            @Field(
                    doc = "phone, mail, wechat or totp.",
                    example = "phone",
                    pattern = "phone|mail|wechat|totp",
                    whenMalformed = AuthenticatorProblems.KIND_UNKNOWN,
                    inPath = true)
            String kind,

            @Field(
                    doc = "totp: the code that the device shows.",
                    example = "123456",
                    pattern = "[0-9]{6}",
                    secret = true)
            @Nullable String code,

            @Field(
                    doc = "The language of the notice; en, unless said otherwise, and where there is no other.",
                    example = "en",
                    pattern = "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,3}")
            @Nullable String locale) {}

    static final ActionSpec<Request, AuthenticatorsView> SPEC = ActionSpec.action(
                    "WithdrawAuthenticator", Request.class, AuthenticatorsView.class)
            .summary(
                    "Takes an authenticator away. Who had the number, address or WeChat identity is told, and sensitive"
                            + " operations are held back for a while.")
            .perSecond(20)
            .route("POST", "/v1/principals/{uin}/authenticators/{kind}/withdraw", 200, V1Authenticators.SCOPE)
            .refuses(
                    AuthenticatorRefusal.KindUnknown.class,
                    404,
                    AuthenticatorProblems.KIND_UNKNOWN,
                    AuthenticatorProblems.KIND_UNKNOWN_TEXT)
            .answers(UnbindRefusal.class)
            .refuses(AuthenticatorRefusal.HolderUnknown.class, 404, GetProtection.UNKNOWN, GetProtection.UNKNOWN_TEXT)
            .refuses(
                    AuthenticatorRefusal.OwnPrincipal.class,
                    403,
                    AuthenticatorProblems.OWN,
                    AuthenticatorProblems.OWN_TEXT)
            .refuses(
                    AuthenticatorRefusal.NotBound.class,
                    409,
                    AuthenticatorProblems.NOT_BOUND,
                    AuthenticatorProblems.NOT_BOUND_TEXT)
            .refuses(
                    UnbindRefusal.FactorGuards.class,
                    409,
                    AuthenticatorProblems.GUARDS,
                    AuthenticatorProblems.GUARDS_TEXT)
            .refuses(CodeNotAccepted.class, 422, AuthenticatorProblems.CODE, AuthenticatorProblems.CODE_TEXT)
            .build();

    private final Authenticators authenticators;
    private final Devices devices;

    WithdrawAuthenticator(Authenticators authenticators, Devices devices) {
        this.authenticators = authenticators;
        this.devices = devices;
    }

    @Override
    public ActionSpec<Request, AuthenticatorsView> spec() {
        return SPEC;
    }

    @Override
    public AuthenticatorsView perform(Context context, Request request) {
        AuthenticatorKind kind = AuthenticatorKind.of(request.kind())
                .orElseThrow(() -> new Refused(new AuthenticatorRefusal.KindUnknown()));
        if (kind == AuthenticatorKind.TOTP) {
            String code = request.code();
            if (code == null) {
                throw new Refused(new CallRefusal.ParameterMissing("code"));
            }
            devices.withdraw(context.caller(), request.uin(), code, context.idempotency());
        } else {
            authenticators.withdraw(
                    context.caller(),
                    request.uin(),
                    kind,
                    Objects.requireNonNullElse(request.locale(), "en"),
                    context.idempotency());
        }
        return AuthenticatorsView.of(authenticators.of(context.caller(), request.uin()));
    }
}
