package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.protection.ProtectionChange;
import dev.countersign.protection.Protections;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.FactorRefusal;
import dev.countersign.refusal.ProtectionRefusal;
import org.jspecify.annotations.Nullable;

/// `SetMfaFlag`: what a user must show at login and before sensitive operations.
///
/// The texts are those of the action's page.
public final class SetMfaFlag implements Action<SetMfaFlag.Request, SetMfaFlag.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "UIN of the user; the caller itself when left out.", example = "123") @Nullable Long opUin,

            @Field(doc = "Login protection; left as it is when left out. At most one field may be 1.") @Nullable LoginActionMfaFlag loginFlag,

            @Field(doc = "Operation protection; left as it is when left out. At most one field may be 1.") @Nullable LoginActionMfaFlag actionFlag) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "SetMfaFlag", Request.class, Response.class)
            .summary("Sets account verification for login and sensitive operations of a user.")
            .perSecond(20)
            .sensitive()
            .on(UserResource.byUin("OpUin"))
            .answers(ProtectionRefusal.class)
            .refuses(
                    FactorRefusal.PhoneNotBound.class,
                    "FailedOperation.UserNotBindPhone",
                    "No mobile number is bound to the account")
            .refuses(
                    FactorRefusal.WechatNotBound.class,
                    "FailedOperation.UserNotBindWechat",
                    "No WeChat Account is bound to the account")
            .refuses(
                    ProtectionRefusal.NotAllowed.class,
                    "FailedOperation.UserUnbindNoPermission",
                    "User does not have permission.")
            .refuses(
                    CallRefusal.MfaRequired.class,
                    "InvalidParameter.MFATokenError",
                    "Multi-factor Token verification failed.")
            .catalogues("InvalidParameter.NameOrIdCardError", "The name or ID is incorrect.")
            .refuses(ProtectionRefusal.UinInvalid.class, "InvalidParameter.UserNotExist", "User object does not exist")
            .refuses(ProtectionRefusal.UserUnknown.class, "ResourceNotFound.UserNotExist", "User does not exist.")
            .build();

    private final Protections protections;

    /// @param protections changes what guards users
    public SetMfaFlag(Protections protections) {
        this.protections = protections;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        ProtectionChange wanted = ProtectionChange.of(
                LoginActionMfaFlag.choice(request.loginFlag(), "LoginFlag"),
                LoginActionMfaFlag.choice(request.actionFlag(), "ActionFlag"));
        Long target = request.opUin();
        protections.change(
                context.caller(), target == null ? context.caller().principal().uin() : target, wanted);
        return new Response();
    }
}
