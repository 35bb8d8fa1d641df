package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.User;
import dev.countersign.directory.User.Login;
import dev.countersign.directory.Users;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.product.tencent.BeijingTime;
import dev.countersign.refusal.UserRefusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `GetUser`: a user by its name.
public final class GetUser implements Action<GetUser.Request, GetUser.Response> {
    /// Its parameters.
    public record Request(
            @Field(doc = "User name.", example = "test124") String name) {}

    /// Its answer.
    public record Response(
            @Field(doc = "UIN.", example = "101234567890") long uin,
            @Field(doc = "User name.", example = "test124") String name,

            @Field(doc = "Another number of the user, unlike the UIN.", example = "5648765432")
            long uid,

            @Field(doc = "Remark.", example = "") String remark,

            @Field(doc = "Whether the user may log in to a console: 1 yes, 0 no.", example = "1")
            long consoleLogin,

            @Field(doc = "Mobile number; empty for none.", example = "61234567")
            String phoneNum,

            @Field(doc = "Country code, without plus; empty without a number.", example = "852")
            String countryCode,

            @Field(doc = "E-mail address; empty for none.", example = "user@example.com")
            String email,

            @Field(doc = "Where the last login came from.", example = "192.0.2.1") @Nullable String recentlyLoginIP,

            @Field(doc = "When the last login was.", example = "2026-11-22 10:00:00") @Nullable String recentlyLoginTime) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "GetUser", Request.class, Response.class)
            .summary("Tells about a user.")
            .perSecond(20)
            .on(CamResource.userNamedBy("Name"))
            .answers(UserRefusal.UserUnknown.class)
            .catalogues("AuthFailure.UnauthorizedOperation", "No permission.")
            .catalogues("FailedOperation", "Operation failed.")
            .refuses(UserRefusal.UserUnknown.class, "ResourceNotFound.UserNotExist", "User does not exist.")
            .build();

    private final Users users;

    /// @param users knows the users
    public GetUser(Users users) {
        this.users = users;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        User user = users.find(context.caller(), request.name());
        Contact contact = Contact.of(user.bound());
        Optional<Login> last = user.console().last();
        return new Response(
                user.uin(),
                user.name(),
                user.uid(),
                user.remark(),
                Switch.of(user.console().allowed()),
                contact.phoneNum(),
                contact.countryCode(),
                contact.email(),
                last.map(Login::source).orElse(null),
                last.map(login -> BeijingTime.of(login.at())).orElse(null));
    }
}
