package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Protection;
import dev.countersign.protection.Protections;
import dev.countersign.refusal.ProtectionRefusal;

/// `DescribeSafeAuthFlag`: what guards the caller itself. A user that was deleted a moment ago does not exist.
public final class DescribeSafeAuthFlag implements Action<DescribeSafeAuthFlag.Request, DescribeSafeAuthFlag.Response> {
    /// Its parameters: none.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(doc = "Login protection.") LoginActionFlag loginFlag,
            @Field(doc = "Operation protection.") LoginActionFlag actionFlag,

            @Field(doc = "Protection of logins from unusual places.")
            OffsiteFlag offsiteFlag,

            @Field(doc = "1: a login offers to trust the device.", example = "0")
            long promptTrust) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DescribeSafeAuthFlag", Request.class, Response.class)
            .summary("Gets the security settings of the caller.")
            .perSecond(20)
            .on(UserResource::caller)
            .catalogues("FailedOperation", "Operation failed.")
            .catalogues("InvalidParameter.ParamError", "Invalid input parameter.")
            .refuses(ProtectionRefusal.UserUnknown.class, "ResourceNotFound.UserNotExist", "User does not exist.")
            .build();

    private final Protections protections;

    /// @param protections tells what guards users
    public DescribeSafeAuthFlag(Protections protections) {
        this.protections = protections;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Protection is = protections.own(context.caller());
        return new Response(
                LoginActionFlag.of(is.login()),
                LoginActionFlag.of(is.operation()),
                OffsiteFlag.of(is.offsite()),
                is.promptTrust() ? 1 : 0);
    }
}
