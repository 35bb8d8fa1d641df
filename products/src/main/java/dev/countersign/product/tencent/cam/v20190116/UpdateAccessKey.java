package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.AccessKeys;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.KeyRefusal;
import org.jspecify.annotations.Nullable;

/// `UpdateAccessKey`: switches a key on or off.
public final class UpdateAccessKey implements Action<UpdateAccessKey.Request, UpdateAccessKey.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "Id of the key.",
                    example = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE",
                    pattern = ".{1,128}",
                    whenMalformed = "InvalidParameter.ParamError")
            String accessKeyId,

            @Field(
                    doc = "`Active`, or `Inactive`: it signs nothing then.",
                    example = "Inactive",
                    pattern = "Active|Inactive",
                    whenMalformed = "InvalidParameter.ParamError")
            String status,

            @Field(
                    doc = "UIN of the principal whose keys are meant; left out, the caller's own.",
                    example = "101234567890")
            @Nullable Long targetUin) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "UpdateAccessKey", Request.class, Response.class)
            .summary("Switches an access key on or off.")
            .perSecond(5)
            .sensitive()
            .on(CamResource.principalOf("TargetUin"))
            .answers(KeyRefusal.HolderUnknown.class)
            .answers(KeyRefusal.RootKeysUntouchable.class)
            .answers(KeyRefusal.KeyOfAnother.class)
            .answers(KeyRefusal.AccessKeyUnknown.class)
            .catalogues("AuthFailure.UnauthorizedOperation", "No permission.")
            .catalogues("FailedOperation.Accesskey", "An error occurred while manipulating the access key.")
            .refuses(CallRefusal.ParameterInvalid.class, "InvalidParameter.ParamError", "Invalid input parameter.")
            .refuses(KeyRefusal.HolderUnknown.class, "InvalidParameter.UserNotExist", "User object does not exist")
            .catalogues("OperationDenied.AccessKeyOverLimit", "Each account can have up to two `AccessKey`.")
            .refuses(
                    KeyRefusal.RootKeysUntouchable.class,
                    "OperationDenied.SubUin",
                    "The sub-user is not allowed to use the root account key.")
            .refuses(
                    KeyRefusal.KeyOfAnother.class,
                    "OperationDenied.UinNotMatch",
                    "The access key does not match the account.")
            .refuses(KeyRefusal.AccessKeyUnknown.class, "ResourceNotFound.SecretNotExist", "The key does not exist.")
            .build();

    private final AccessKeys keys;

    /// @param keys knows the keys
    public UpdateAccessKey(AccessKeys keys) {
        this.keys = keys;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        keys.activate(
                context.caller(),
                KeyWords.target(request.targetUin()),
                request.accessKeyId(),
                request.status().equals("Active"));
        return new Response();
    }
}
