package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.AccessKeys;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.product.tencent.BeijingTime;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.KeyRefusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `ListAccessKeys`: a principal's keys, without their secrets.
public final class ListAccessKeys implements Action<ListAccessKeys.Request, ListAccessKeys.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "UIN of the principal whose keys are meant; left out, the caller's own.",
                    example = "101234567890")
            @Nullable Long targetUin) {}

    /// Its answer.
    public record Response(
            @Field(doc = "The keys, oldest first.") List<AccessKey> accessKeys) {}

    /// One key.
    public record AccessKey(
            @Field(doc = "Its id.", example = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE")
            String accessKeyId,

            @Field(doc = "`Active`, or `Inactive`: it signs nothing then.", example = "Active")
            String status,

            @Field(doc = "When it was made.", example = "2026-11-22 10:00:00")
            String createTime,

            @Field(doc = "Description; left out when there is none.", omitted = true) @Nullable String description) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "ListAccessKeys", Request.class, Response.class)
            .summary("Lists the access keys of a principal.")
            .perSecond(20)
            .on(CamResource.principalOf("TargetUin"))
            .answers(KeyRefusal.HolderUnknown.class)
            .answers(KeyRefusal.RootKeysUntouchable.class)
            .catalogues("AuthFailure.UnauthorizedOperation", "No permission.")
            .catalogues("FailedOperation.Accesskey", "An error occurred while manipulating the access key.")
            .catalogues("InternalError.UnknownError", "An unknown internal error occurred.")
            .refuses(CallRefusal.ParameterInvalid.class, "InvalidParameter.ParamError", "Invalid input parameter.")
            .refuses(KeyRefusal.HolderUnknown.class, "InvalidParameter.UserNotExist", "User object does not exist")
            .catalogues("OperationDenied.AccessKeyOverLimit", "Each account can have up to two `AccessKey`.")
            .refuses(
                    KeyRefusal.RootKeysUntouchable.class,
                    "OperationDenied.SubUin",
                    "The sub-user is not allowed to use the root account key.")
            .catalogues("OperationDenied.UinNotMatch", "The access key does not match the account.")
            .catalogues("ResourceNotFound.SecretNotExist", "The key does not exist.")
            .build();

    private final AccessKeys keys;

    /// @param keys knows the keys
    public ListAccessKeys(AccessKeys keys) {
        this.keys = keys;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response(keys.of(context.caller(), KeyWords.target(request.targetUin())).stream()
                .map(key -> new AccessKey(
                        key.id(), KeyWords.status(key), BeijingTime.of(key.createdAt()), KeyWords.description(key)))
                .toList());
    }
}
