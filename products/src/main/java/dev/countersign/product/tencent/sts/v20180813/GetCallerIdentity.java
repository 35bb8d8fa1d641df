package dev.countersign.product.tencent.sts.v20180813;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import java.util.Optional;

/// `GetCallerIdentity`: who the signature proves its caller to be. The forms are those of the page's examples.
public final class GetCallerIdentity implements Action<GetCallerIdentity.Request, GetCallerIdentity.Response> {
    /// It has no parameters.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(
                    doc = "The caller: `qcs::cam:<root>:uin/<uin>`, or `qcs::sts:<root>:assumed-role/<role>` for an"
                            + " assumed role.",
                    example = "qcs::cam:100000000001:uin/100000000011")
            String arn,

            @Field(doc = "UIN of the caller's root, as a string.", example = "100000000001")
            String accountId,

            @Field(
                    doc = "UIN of the caller, or id of the assumed role and name of the session, with a colon between.",
                    example = "100000000011")
            String userId,

            @Field(doc = "UIN of whoever the key was given to.", example = "100000000011")
            String principalId,

            @Field(doc = "`CAMUser`, or `CAMRole` for an assumed role.", example = "CAMUser")
            String type) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetCallerIdentity", Request.class, Response.class)
            .summary("Tells whom a signature proves its caller to be.")
            .catalogues("AuthFailure.AccessKeyIllegal", "The access key is invalid.")
            .catalogues("InternalError.GetSeedTokenError", "Failed to obtain the seed token.")
            .catalogues("InvalidParameter.AccessKeyNotSupport", "The access key is not supported.")
            .build();

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Caller caller = context.caller();
        String root = Long.toString(caller.tenant().id());
        String uin = Long.toString(caller.principal().uin());
        Optional<AssumedRole> role = caller.temporary().flatMap(TemporaryKey::role);
        return role.map(assumed -> new Response(
                        "qcs::sts:" + root + ":assumed-role/" + assumed.id(),
                        root,
                        assumed.id() + ":" + assumed.session(),
                        uin,
                        "CAMRole"))
                .orElseGet(() -> new Response("qcs::cam:" + root + ":uin/" + uin, root, uin, uin, "CAMUser"));
    }
}
