package dev.countersign.product.alibaba.sts.v20150401;

import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.tenant.Caller;
import dev.countersign.tenant.TemporaryKey;
import dev.countersign.tenant.TemporaryKey.AssumedRole;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GetCallerIdentity`: who the signature proves its caller to be.
public final class GetCallerIdentity implements Action<GetCallerIdentity.Request, GetCallerIdentity.Response> {
    /// It has no parameters.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(doc = "`Account`, `RAMUser` or `AssumedRoleUser`.", example = "RAMUser")
            String identityType,

            @Field(doc = "The tenant's account id.", example = "1000000000000001")
            String accountId,

            @Field(
                    doc =
                            "The account or user, or id of the assumed role and name of the session, with a colon between.",
                    example = "100000000011")
            String principalId,

            @Field(doc = "The account or user; left out for an assumed role.", example = "100000000011", omitted = true)
            @Nullable String userId,

            @Field(
                    doc = "The assumed role; left out for an account or user.",
                    example = "4611686018427387904",
                    omitted = true)
            @Nullable String roleId,

            @Field(
                    doc = "`acs:ram::<account>:root`, `…:user/<name>` or `…:assumed-role/<role>/<session>`.",
                    example = "acs:ram::1000000000000001:user/alice")
            String arn) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetCallerIdentity", Request.class, Response.class)
            .summary("Tells whom a signature proves its caller to be.")
            .perSecond(AssumeRole.PER_SECOND)
            .build();

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        Caller caller = context.caller();
        String account = caller.tenant().accountId();
        String arn = "acs:ram::" + account + ":";
        Optional<AssumedRole> assumed = caller.temporary().flatMap(TemporaryKey::role);
        if (assumed.isPresent()) {
            AssumedRole role = assumed.get();
            return new Response(
                    "AssumedRoleUser",
                    account,
                    role.id() + ":" + role.session(),
                    null,
                    Long.toString(role.id()),
                    arn + "assumed-role/" + role.name() + "/" + role.session());
        }
        if (caller.principal().isRoot()) {
            return new Response("Account", account, account, account, null, arn + "root");
        }
        String user = Long.toString(caller.principal().uin());
        return new Response(
                "RAMUser",
                account,
                user,
                user,
                null,
                arn + "user/" + caller.principal().name());
    }
}
