package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.protection.Protection;
import dev.countersign.protection.Protections;
import dev.countersign.refusal.ProtectionRefusal;

/// `DescribeSafeAuthFlagColl`: what guards a user.
public final class DescribeSafeAuthFlagColl
        implements Action<DescribeSafeAuthFlagColl.Request, DescribeSafeAuthFlagColl.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "UIN of the user.", example = "1234567")
            long subUin) {}

    /// Its answer.
    public record Response(
            @Field(doc = "Login protection.") LoginActionFlag loginFlag,
            @Field(doc = "Operation protection.") LoginActionFlag actionFlag,

            @Field(doc = "Protection of logins from unusual places.")
            OffsiteFlag offsiteFlag,

            @Field(doc = "1: a login offers to trust the device.", example = "0")
            long promptTrust) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DescribeSafeAuthFlagColl", Request.class, Response.class)
            .summary("Gets the security settings of a user.")
            .perSecond(20)
            .on(UserResource.byUin("SubUin"))
            .catalogues("FailedOperation", "Operation failed.")
            .refuses(ProtectionRefusal.UinInvalid.class, "InvalidParameter.ParamError", "Invalid input parameter.")
            .refuses(ProtectionRefusal.UserUnknown.class, "ResourceNotFound.UserNotExist", "User does not exist.")
            .build();

    private final Protections protections;

    /// @param protections tells what guards users
    public DescribeSafeAuthFlagColl(Protections protections) {
        this.protections = protections;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Protection is = protections.of(context.caller(), request.subUin());
        return new Response(
                LoginActionFlag.of(is.login()),
                LoginActionFlag.of(is.operation()),
                OffsiteFlag.of(is.offsite()),
                is.promptTrust() ? 1 : 0);
    }
}
