package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.destination.Destinations;
import dev.countersign.directory.Users;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.UserRefusal;
import org.jspecify.annotations.Nullable;

/// `UpdateUser`: changes a user that is found by its name, which stays.
public final class UpdateUser implements Action<UpdateUser.Request, UpdateUser.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "Name of the user. It can't be changed.",
                    example = "test124",
                    pattern = "[A-Za-z0-9+=,.@_-]{1,64}",
                    whenMalformed = "InvalidParameter.UserNameIllegal")
            String name,

            @Field(
                    doc = "Remark: at most 1,024 characters.",
                    pattern = "(?s).{0,1024}",
                    whenMalformed = "InvalidParameter")
            @Nullable String remark,

            @Field(doc = "Whether the user may log in to a console: 1 yes, 0 no.") @Nullable Long consoleLogin,

            @Field(
                    doc =
                            "Console password, of use only with console login: at least 8 characters with upper case, lower"
                                    + " case, digit and special character. Left out, it stays as it is; since nobody would learn"
                                    + " a random one, none is made.",
                    secret = true)
            @Nullable String password,

            @Field(doc = "Whether the next login asks for another password: 1 yes, 0 no.") @Nullable Long needResetPassword,

            @Field(
                    doc =
                            "Mobile number, without the country code; goes with `CountryCode`. It counts as bound, and the"
                                    + " number before it is told. Never the caller's own.",
                    example = "61234567",
                    pattern = "[0-9]{1,32}",
                    whenMalformed = "InvalidParameter")
            @Nullable String phoneNum,

            @Field(
                    doc = "Country code, without plus; goes with `PhoneNum`.",
                    example = "86",
                    pattern = "[1-9][0-9]{0,2}",
                    whenMalformed = "InvalidParameter")
            @Nullable String countryCode,

            @Field(
                    doc =
                            "E-mail address. It counts as bound, and the address before it is told. Never the caller's own.",
                    example = "user@example.com")
            @Nullable String email)
            implements UserParameters {}

    /// Its answer: the request id alone.
    public record Response() {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "UpdateUser", Request.class, Response.class)
            .summary("Changes a user.")
            .perSecond(20)
            .sensitive()
            .on(CamResource.userNamedBy("Name"))
            .answers(UserRefusal.UserUnknown.class)
            .answers(UserRefusal.Unmodifiable.class)
            .answers(UserRefusal.PasswordAgainstRules.class)
            .answers(DestinationInvalid.class)
            .catalogues("AuthFailure.UnauthorizedOperation", "No permission.")
            .catalogues("FailedOperation", "Operation failed.")
            .catalogues("FailedOperation.ExistHighRiskOperations", "There are high-risk operations.")
            .refuses(UserRefusal.Unmodifiable.class, "FailedOperation.Unmodifiable", "The change is forbidden.")
            .refuses(CallRefusal.ParameterInvalid.class, "InvalidParameter", "Incorrect parameter.")
            .refuses(DestinationInvalid.class, "InvalidParameter", "Incorrect parameter.")
            .refuses(
                    UserRefusal.PasswordAgainstRules.class,
                    "InvalidParameter.PasswordViolatedRules",
                    "Password incompatible with user safety settings.")
            .publishes("InvalidParameter.UserNameIllegal", "Invalid username.")
            .refuses(UserRefusal.UserUnknown.class, "ResourceNotFound.UserNotExist", "User does not exist.")
            .build();

    private final Users users;
    private final Destinations destinations;

    /// @param users changes the user
    /// @param destinations normalises the number
    public UpdateUser(Users users, Destinations destinations) {
        this.users = users;
        this.destinations = destinations;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        users.update(
                context.caller(),
                request.name(),
                request.wanted(destinations),
                context.language().startsWith("zh") ? "zh-CN" : "en");
        return new Response();
    }
}
