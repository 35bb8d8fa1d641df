package dev.countersign.server.console.signin;

import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.Door.Knock;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Shell;
import java.util.List;

/// The form to choose another password with. It never holds what was typed.
final class NewPasswordForm {
    private static final int UNPROCESSABLE = 422;
    private static final int BUSY = 503;

    private final ConsolePages pages;

    /// @param pages writes pages
    NewPasswordForm(ConsolePages pages) {
        this.pages = pages;
    }

    /// As it is first seen.
    Response empty(Knock knock, Arriving arriving) {
        return answer(200, knock, arriving, "", "", "");
    }

    /// Again, since the password won't do.
    ///
    /// @param why the key of its words
    Response wrong(Knock knock, Arriving arriving, String why) {
        return answer(UNPROCESSABLE, knock, arriving, say(knock, why), "", "");
    }

    /// Again, since two different ones were typed.
    Response notTheSame(Knock knock, Arriving arriving) {
        return answer(UNPROCESSABLE, knock, arriving, "", say(knock, "choose.other"), "");
    }

    /// Again, since too many passwords are hashed right now.
    Response busy(Knock knock, Arriving arriving, Rest rest) {
        return rest.on(answer(BUSY, knock, arriving, "", "", say(knock, "signin.busy")));
    }

    private static String say(Knock knock, String key) {
        return knock.shell().words().say(key);
    }

    private Response answer(int status, Knock knock, Arriving arriving, String wrong, String wrongAgain, String said) {
        String token = Cookie.VISITOR.of(knock.request()).map(Cookie::token).orElse("");
        Shell shell = knock.shell().of(List.of(), Guest.outside(token)).at(Entrance.NEW_PASSWORD);
        return pages.answer(
                status,
                shell,
                "signin/password",
                new NewPasswordScreen(arriving.user().principal().uin(), wrong, wrongAgain, said));
    }
}
