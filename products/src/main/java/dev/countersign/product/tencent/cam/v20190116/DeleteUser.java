package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.Users;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.UserRefusal;
import org.jspecify.annotations.Nullable;

/// `DeleteUser`: deletes a user with all that belongs to it.
public final class DeleteUser implements Action<DeleteUser.Request, DeleteUser.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "User name.", example = "test124") String name,

            @Field(
                    doc =
                            "1: its keys are deleted with it, which needs a permission of its own. 0 (when left out): a user"
                                    + " with keys stays.")
            @Nullable Long force) {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DeleteUser", Request.class, Response.class)
            .summary("Deletes a user.")
            .perSecond(20)
            .sensitive()
            .on(CamResource.userNamedBy("Name"))
            .answers(UserRefusal.UserUnknown.class)
            .answers(UserRefusal.Unmodifiable.class)
            .answers(UserRefusal.KeysRemain.class)
            .answers(UserRefusal.KeysNotDeletable.class)
            .catalogues("AuthFailure.UnauthorizedOperation", "No permission.")
            .catalogues("FailedOperation", "Operation failed.")
            .refuses(UserRefusal.Unmodifiable.class, "FailedOperation.Unmodifiable", "The change is forbidden.")
            .refuses(UserRefusal.KeysRemain.class, "OperationDenied.HaveKeys", "There are undeleted API keys.")
            .catalogues("RequestLimitExceeded.UinLimitExceeded", "The user account limit has been reached.")
            .refuses(UserRefusal.UserUnknown.class, "ResourceNotFound.UserNotExist", "User does not exist.")
            .refuses(
                    UserRefusal.KeysNotDeletable.class,
                    "UnauthorizedOperation.DeleteApiKey",
                    "User do not have the authorization to delete API keys.")
            .build();

    private final Users users;

    /// @param users deletes the user
    public DeleteUser(Users users) {
        this.users = users;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        users.delete(
                context.caller(),
                request.name(),
                Switch.of("Force", request.force()).orElse(false));
        return new Response();
    }
}
