package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Protection;
import dev.countersign.protection.Protections;
import dev.countersign.refusal.ProtectionRefusal;

/// `DescribeSafeAuthFlagIntl`: what guards the caller itself, as the international site's clients read it.
public final class DescribeSafeAuthFlagIntl
        implements Action<DescribeSafeAuthFlagIntl.Request, DescribeSafeAuthFlagIntl.Response> {
    /// Its parameters: none.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(doc = "Login protection.") LoginActionFlagIntl loginFlag,
            @Field(doc = "Operation protection.") LoginActionFlagIntl actionFlag,

            @Field(doc = "Protection of logins from unusual places.")
            OffsiteFlag offsiteFlag) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DescribeSafeAuthFlagIntl", Request.class, Response.class)
            .summary("Gets the security settings of the caller, as the international site's clients read them.")
            .perSecond(20)
            .on(UserResource::caller)
            .catalogues("FailedOperation", "Operation failed.")
            .catalogues("InvalidParameter.ParamError", "Invalid input parameter.")
            .refuses(ProtectionRefusal.UserUnknown.class, "ResourceNotFound.UserNotExist", "User does not exist.")
            .build();

    private final Protections protections;

    /// @param protections tells what guards users
    public DescribeSafeAuthFlagIntl(Protections protections) {
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
                LoginActionFlagIntl.of(is.login()),
                LoginActionFlagIntl.of(is.operation()),
                OffsiteFlag.of(is.offsite()));
    }
}
