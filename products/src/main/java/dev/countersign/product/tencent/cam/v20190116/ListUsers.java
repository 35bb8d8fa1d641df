package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.User;
import dev.countersign.directory.Users;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.product.tencent.BeijingTime;
import java.util.List;

/// `ListUsers`: all users of the account, in one answer.
public final class ListUsers implements Action<ListUsers.Request, ListUsers.Response> {
    /// No parameters.
    public record Request() {}

    /// Its answer.
    public record Response(
            @Field(doc = "The users, by UIN.") List<SubAccountInfo> data) {}

    /// One user.
    public record SubAccountInfo(
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

            @Field(doc = "When it was added.", example = "2026-11-22 10:00:00")
            String createTime,

            @Field(doc = "Nickname: always empty here.", example = "")
            String nickName) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "ListUsers", Request.class, Response.class)
            .summary("Lists the users of the account.")
            .perSecond(20)
            .catalogues("FailedOperation", "Operation failed.")
            .build();

    private final Users users;

    /// @param users knows the users
    public ListUsers(Users users) {
        this.users = users;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        return new Response(
                users.all(context.caller()).stream().map(ListUsers::info).toList());
    }

    private static SubAccountInfo info(User user) {
        Contact contact = Contact.of(user.bound());
        return new SubAccountInfo(
                user.uin(),
                user.name(),
                user.uid(),
                user.remark(),
                Switch.of(user.console().allowed()),
                contact.phoneNum(),
                contact.countryCode(),
                contact.email(),
                BeijingTime.of(user.createdAt()),
                "");
    }
}
