package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.destination.Destinations;
import dev.countersign.directory.User;
import dev.countersign.directory.Users;
import dev.countersign.directory.Users.Added;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.DestinationInvalid;
import dev.countersign.refusal.UserRefusal;
import dev.countersign.tenant.AccessKey;
import dev.countersign.value.Secret;
import org.jspecify.annotations.Nullable;

/// `AddUser`: adds a user, and a key for it where one is wanted.
///
/// The example of the vendor's page gives a password that breaks the page's own rule; it is refused here.
public final class AddUser implements Action<AddUser.Request, AddUser.Response> {
    /// Its parameters.
    public record Request(
            @Field(
                    doc = "User name, unique in the account: 1 to 64 letters, digits and `+=,.@_-`.",
                    example = "test124",
                    pattern = "[A-Za-z0-9+=,.@_-]{1,64}",
                    whenMalformed = "InvalidParameter.UserNameIllegal")
            String name,

            @Field(
                    doc = "Remark: at most 1,024 characters.",
                    pattern = "(?s).{0,1024}",
                    whenMalformed = "InvalidParameter.ParamError")
            @Nullable String remark,

            @Field(doc = "Whether the user may log in to a console: 1 yes, 0 no.") @Nullable Long consoleLogin,

            @Field(doc = "Whether the user gets a key: 1 yes, 0 no.") @Nullable Long useApi,

            @Field(
                    doc =
                            "Console password, of use only with console login: at least 8 characters with upper case, lower"
                                    + " case, digit and special character. Left out, a random one of 32 characters is made.",
                    secret = true)
            @Nullable String password,

            @Field(doc = "Whether the next login asks for another password: 1 yes, 0 no.") @Nullable Long needResetPassword,

            @Field(
                    doc = "Mobile number, without the country code; goes with `CountryCode`. It counts as bound.",
                    example = "61234567",
                    pattern = "[0-9]{1,32}",
                    whenMalformed = "InvalidParameter.ParamError")
            @Nullable String phoneNum,

            @Field(
                    doc = "Country code, without plus; goes with `PhoneNum`.",
                    example = "86",
                    pattern = "[1-9][0-9]{0,2}",
                    whenMalformed = "InvalidParameter.ParamError")
            @Nullable String countryCode,

            @Field(doc = "E-mail address. It counts as bound.", example = "user@example.com") @Nullable String email)
            implements UserParameters {}

    /// Its answer.
    public record Response(
            @Field(doc = "UIN of the new user.", example = "101234567890")
            long uin,

            @Field(doc = "User name.", example = "test124") String name,

            @Field(doc = "Console password; empty without console login. Shown only here.", secret = true)
            String password,

            @Field(doc = "Id of its key; empty without one.")
            String secretId,

            @Field(doc = "Secret of its key; empty without one. Shown only here.", secret = true)
            String secretKey,

            @Field(doc = "Another number of the user, unlike the UIN.", example = "5648765432")
            long uid) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "AddUser", Request.class, Response.class)
            .summary("Adds a user.")
            .perSecond(20)
            .sensitive()
            .on(CamResource.userNamedBy("Name"))
            .answers(UserRefusal.NameTaken.class)
            .answers(UserRefusal.UsersFull.class)
            .answers(UserRefusal.NewUsersTooMany.class)
            .answers(UserRefusal.PasswordAgainstRules.class)
            .answers(DestinationInvalid.class)
            .catalogues("AuthFailure.UnauthorizedOperation", "No permission.")
            .catalogues("FailedOperation", "Operation failed.")
            .catalogues("FailedOperation.ExistHighRiskOperations", "There are high-risk operations.")
            .catalogues("FailedOperation.ForbidAdd", "This user may not add sub-users.")
            .refuses(CallRefusal.ParameterInvalid.class, "InvalidParameter.ParamError", "Invalid input parameter.")
            .refuses(DestinationInvalid.class, "InvalidParameter.ParamError", "Invalid input parameter.")
            .refuses(
                    UserRefusal.PasswordAgainstRules.class,
                    "InvalidParameter.PasswordViolatedRules",
                    "Password incompatible with user safety settings.")
            .refuses(
                    UserRefusal.UsersFull.class,
                    "InvalidParameter.SubUserFull",
                    "Limit on number of sub-accounts reached.")
            .refuses(UserRefusal.NameTaken.class, "InvalidParameter.SubUserNameInUse", "Sub-user name repeated.")
            .publishes("InvalidParameter.UserNameIllegal", "Invalid username.")
            .refuses(
                    UserRefusal.NewUsersTooMany.class,
                    "RequestLimitExceeded.CreateUser",
                    "The frequency limit of creating sub-users has been reached.")
            .build();

    private final Users users;
    private final Destinations destinations;

    /// @param users adds the user
    /// @param destinations normalises the number
    public AddUser(Users users, Destinations destinations) {
        this.users = users;
        this.destinations = destinations;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        boolean withKey = Switch.of("UseApi", request.useApi()).orElse(false);
        Added added = users.add(context.caller(), request.name(), request.wanted(destinations), withKey);
        User user = added.user();
        return new Response(
                user.uin(),
                user.name(),
                added.password().map(Secret::reveal).orElse(""),
                added.key().map(AccessKey::id).orElse(""),
                added.key().map(key -> key.secret().reveal()).orElse(""),
                user.uid());
    }
}
