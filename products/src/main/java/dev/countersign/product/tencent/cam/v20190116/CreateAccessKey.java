package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.AccessKeys;
import dev.countersign.directory.IssuedKey;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.product.tencent.BeijingTime;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.KeyRefusal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `CreateAccessKey`: makes a key. A principal has two at the most.
public final class CreateAccessKey implements Action<CreateAccessKey.Request, CreateAccessKey.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "UIN of the principal whose keys are meant; left out, the caller's own.",
                    example = "101234567890")
            @Nullable Long targetUin,

            @Field(
                    doc = "Description: at most 1,024 characters.",
                    pattern = "(?s).{0,1024}",
                    whenMalformed = "InvalidParameter.ParamError")
            @Nullable String description) {}

    /// Its answer.
    public record Response(@Field(doc = "The new key.") AccessKeyDetail accessKey) {}

    /// The new key.
    public record AccessKeyDetail(
            @Field(doc = "Its id.", example = "AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE")
            String accessKeyId,

            @Field(doc = "Its secret, shown only here.", secret = true)
            String secretAccessKey,

            @Field(doc = "`Active`.", example = "Active") String status,

            @Field(doc = "When it was made.", example = "2026-11-22 10:00:00")
            String createTime,

            @Field(doc = "Description; left out when there is none.", omitted = true) @Nullable String description) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "CreateAccessKey", Request.class, Response.class)
            .summary("Makes an access key.")
            .perSecond(5)
            .sensitive()
            .on(CamResource.principalOf("TargetUin"))
            .answers(KeyRefusal.HolderUnknown.class)
            .answers(KeyRefusal.RootKeysUntouchable.class)
            .answers(KeyRefusal.TooManyKeys.class)
            .catalogues("AuthFailure.UnauthorizedOperation", "No permission.")
            .catalogues("FailedOperation.Accesskey", "An error occurred while manipulating the access key.")
            .refuses(CallRefusal.ParameterInvalid.class, "InvalidParameter.ParamError", "Invalid input parameter.")
            .refuses(KeyRefusal.HolderUnknown.class, "InvalidParameter.UserNotExist", "User object does not exist")
            .refuses(
                    KeyRefusal.TooManyKeys.class,
                    "OperationDenied.AccessKeyOverLimit",
                    "Each account can have up to two `AccessKey`.")
            .refuses(
                    KeyRefusal.RootKeysUntouchable.class,
                    "OperationDenied.SubUin",
                    "The sub-user is not allowed to use the root account key.")
            .catalogues("OperationDenied.UinNotMatch", "The access key does not match the account.")
            .build();

    private final AccessKeys keys;

    /// @param keys knows the keys
    public CreateAccessKey(AccessKeys keys) {
        this.keys = keys;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        AccessKeys.Created created = keys.create(
                context.caller(),
                KeyWords.target(request.targetUin()),
                Objects.requireNonNullElse(request.description(), ""));
        IssuedKey key = created.key();
        return new Response(new AccessKeyDetail(
                key.id(),
                created.secret().reveal(),
                KeyWords.status(key),
                BeijingTime.of(key.createdAt()),
                KeyWords.description(key)));
    }
}
