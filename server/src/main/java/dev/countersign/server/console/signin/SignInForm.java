package dev.countersign.server.console.signin;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.Door.Knock;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Shell;
import dev.countersign.server.console.html.Way;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The form to sign in with, made for the browser that gets it.
final class SignInForm {
    private static final String ADDRESS = "/console/signin";
    private static final int REFUSED = 403;
    private static final int TOO_MANY = 429;
    private static final int BUSY = 503;

    private final ConsolePages pages;
    private final RandomGenerator random;

    /// @param pages writes pages
    /// @param random a cryptographic generator
    SignInForm(ConsolePages pages, RandomGenerator random) {
        this.pages = pages;
        this.random = random;
    }

    /// The form as everybody first sees it, also after signing out.
    Response empty(Knock knock) {
        String said = knock.value("out").equals("1") ? say(knock, "signin.out") : "";
        return answer(200, knock, said, false);
    }

    /// The form again, with what went wrong above it.
    ///
    /// @param said the key of its words
    Response bad(Knock knock, String said) {
        return answer(REFUSED, knock, say(knock, said), false);
    }

    /// The form again, to be filled after a while.
    Response tooMany(Knock knock, Rest rest) {
        return rest.on(answer(TOO_MANY, knock, knock.shell().words().count("signin.wait", rest.seconds()), false));
    }

    /// The form again, since too many passwords are compared right now.
    Response busy(Knock knock, Rest rest) {
        return rest.on(answer(BUSY, knock, say(knock, "signin.busy"), false));
    }

    /// The form again, since what was typed can be no UIN.
    Response noUin(Knock knock) {
        return answer(REFUSED, knock, "", true);
    }

    /// Whether a form was made for the browser that sends it.
    boolean believes(Knock knock) {
        return Cookie.VISITOR
                .of(knock.request())
                .filter(visitor -> Secret.of(Cookie.token(visitor)).matches(Secret.of(knock.value("token"))))
                .isPresent();
    }

    private static String say(Knock knock, String key) {
        return knock.shell().words().say(key);
    }

    private Response answer(int status, Knock knock, String said, boolean wrongUin) {
        Optional<Secret> known = Cookie.VISITOR.of(knock.request());
        Secret visitor = known.orElseGet(() -> Tickets.secret(random));
        String back = Way.back(knock.value("back"));
        SignInScreen screen = new SignInScreen(back, knock.value("uin"), said, status != 200, wrongUin);
        Shell shell = knock.shell()
                .of(List.of(), Guest.outside(Cookie.token(visitor)))
                .at(address(back));
        Response page = pages.answer(status, shell, "signin/index", screen);
        return known.isPresent() ? page : with(page, Cookie.VISITOR.give(visitor));
    }

    /// Where the form is seen again, in another language or theme, on the way to the same page.
    private static String address(String back) {
        return back.equals(Way.back("")) ? ADDRESS : ADDRESS + "?back=" + Form.encoded(back);
    }

    private static Response with(Response page, Map.Entry<String, String> more) {
        List<Map.Entry<String, String>> headers = new ArrayList<>(page.headers());
        headers.add(more);
        return new Response(page.status(), page.contentType(), headers, page.body(), page.dropped());
    }
}
