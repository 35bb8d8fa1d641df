package dev.countersign.product.tencent.cam.v20190116;

import dev.countersign.directory.User;
import dev.countersign.directory.User.Login;
import dev.countersign.directory.Users;
import dev.countersign.gateway.action.Action;
import dev.countersign.gateway.action.ActionSpec;
import dev.countersign.gateway.action.Field;
import dev.countersign.product.tencent.BeijingTime;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `DescribeSubAccounts`: users by their UINs. Those that are no users of the account are left out.
public final class DescribeSubAccounts implements Action<DescribeSubAccounts.Request, DescribeSubAccounts.Response> {
    private static final int MOST = 50;

    /// The word for a user among the kinds of accounts.
    private static final long SUB_USER = 2;

    /// Its parameters.
    public record Request(
            @Field(doc = "UINs of 1 to 50 users.", example = "101234567890")
            List<Long> filterSubAccountUin) {}

    /// Its answer.
    public record Response(
            @Field(doc = "The users, by UIN.") List<SubAccountUser> subAccounts) {}

    /// One user.
    public record SubAccountUser(
            @Field(doc = "UIN.", example = "101234567890") long uin,
            @Field(doc = "User name.", example = "test124") String name,

            @Field(doc = "Another number of the user, unlike the UIN.", example = "5648765432")
            long uid,

            @Field(doc = "Remark.", example = "") String remark,

            @Field(doc = "When it was added.", example = "2026-11-22 10:00:00")
            String createTime,

            @Field(doc = "Always 2: a user.", example = "2") long userType,

            @Field(doc = "Where the last login came from; empty for none.", example = "192.0.2.1")
            String lastLoginIp,

            @Field(doc = "When the last login was.", example = "2026-11-22 10:00:00") @Nullable String lastLoginTime) {}

    private static final ActionSpec<Request, Response> SPEC = ActionSpec.action(
                    "DescribeSubAccounts", Request.class, Response.class)
            .summary("Tells about some users of the account.")
            .perSecond(20)
            .catalogues("FailedOperation", "Operation failed.")
            .catalogues("InternalError.SystemError", "Internal error.")
            .refuses(CallRefusal.ParameterInvalid.class, "InvalidParameter", "Incorrect parameter.")
            .build();

    private final Users users;

    /// @param users knows the users
    public DescribeSubAccounts(Users users) {
        this.users = users;
    }

    @Override
    public ActionSpec<Request, Response> spec() {
        return SPEC;
    }

    @Override
    public Response perform(Context context, Request request) {
        List<Long> uins = request.filterSubAccountUin();
        if (uins.isEmpty() || uins.size() > MOST) {
            throw new Refused(new CallRefusal.ParameterInvalid("FilterSubAccountUin"));
        }
        return new Response(users.among(context.caller(), new LinkedHashSet<>(uins)).stream()
                .map(DescribeSubAccounts::described)
                .toList());
    }

    private static SubAccountUser described(User user) {
        Optional<Login> last = user.console().last();
        return new SubAccountUser(
                user.uin(),
                user.name(),
                user.uid(),
                user.remark(),
                BeijingTime.of(user.createdAt()),
                SUB_USER,
                last.map(Login::source).orElse(""),
                last.map(login -> BeijingTime.of(login.at())).orElse(null));
    }
}
