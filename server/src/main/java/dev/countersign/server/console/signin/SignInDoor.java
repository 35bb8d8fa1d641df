package dev.countersign.server.console.signin;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.server.console.Door;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.guest.Role;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Way;
import dev.countersign.server.console.signin.SecondFactor.Demand;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.signin.SignIns;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Lets in who has signed in: with a password, and with what the user's protection demands at a login. A session ends
/// with its time, by signing out, and when the user is deleted, may no longer log in, or has another password.
public final class SignInDoor implements Door {
    private static final String SIGN_IN = "/console/signin";
    private static final int REFUSED = 403;
    private static final int LONGEST_CODE = 512;

    private final SignIns signIns;
    private final SecondFactor factor;
    private final Roster roster;
    private final Held held;
    private final Outfit outfit;
    private final SignInForm form;

    /// A user on the way in.
    ///
    /// @param user whose password was right
    /// @param asked the challenge that is still to be passed
    /// @param back where to go afterwards
    public record Arriving(ConsoleUser user, Demand.Challenged asked, String back) {}

    /// What browsers hold.
    ///
    /// @param sessions users who are in
    /// @param arrivals users on the way in
    public record Held(Tickets<ConsoleUser> sessions, Tickets<Arriving> arrivals) {}

    /// What the door is furnished with.
    ///
    /// @param pages writes pages
    /// @param random a cryptographic generator
    /// @param requestIds names each request
    public record Outfit(ConsolePages pages, RandomGenerator random, Supplier<RequestId> requestIds) {}

    /// @param signIns compares passwords
    /// @param factor asks for what comes after
    /// @param roster who has which role
    /// @param held what browsers hold
    /// @param outfit pages, randomness, request ids
    public SignInDoor(SignIns signIns, SecondFactor factor, Roster roster, Held held, Outfit outfit) {
        this.signIns = signIns;
        this.factor = factor;
        this.roster = roster;
        this.held = held;
        this.outfit = outfit;
        this.form = new SignInForm(outfit.pages(), outfit.random());
    }

    @Override
    public Passage open(Knock knock) {
        return switch (String.join("/", knock.path())) {
            case "signin" -> new Answered(knock.posted() ? tried(knock) : form.empty(knock));
            case "signin/return" -> new Answered(returned(knock));
            case "signout" -> new Answered(knock.posted() ? left(knock) : ConsolePages.redirect("/console", List.of()));
            default -> guest(knock).<Passage>map(Entered::new).orElseGet(() -> new Answered(sent(knock)));
        };
    }

    /// Who holds a session that still stands.
    private Optional<Guest> guest(Knock knock) {
        return Cookie.SESSION
                .of(knock.request())
                .flatMap(ticket -> held.sessions()
                        .find(ticket)
                        .filter(user -> stands(user, ticket))
                        .flatMap(user -> roster.role(uin(user)).map(role -> guest(user, role, ticket))));
    }

    private boolean stands(ConsoleUser user, Secret ticket) {
        boolean stands = signIns.stands(user);
        if (!stands) {
            held.sessions().end(ticket);
        }
        return stands;
    }

    private static Guest guest(ConsoleUser user, Role role, Secret ticket) {
        return new Guest(uin(user), user.principal().name(), role, Cookie.token(ticket));
    }

    /// Whoever looks for a room comes back to it; a form is not sent twice.
    private static Response sent(Knock knock) {
        String back =
                knock.posted() ? "" : "?back=" + Form.encoded(knock.shell().here());
        return ConsolePages.redirect(SIGN_IN + back, List.of());
    }

    /// The form of somebody who holds the cookie that it was made for.
    private Response tried(Knock knock) {
        if (!form.believes(knock)) {
            return form.bad(knock, "signin.expired");
        }
        String uin = knock.value("uin").strip();
        if (!uin.matches("[1-9][0-9]{0,17}")) {
            return form.noUin(knock);
        }
        RequestId request = outfit.requestIds().get();
        try {
            return signIns.password(
                            Long.parseLong(uin),
                            Secret.of(knock.value("password")),
                            knock.request().source(),
                            request)
                    .map(user -> known(knock, user, request))
                    .orElseGet(() -> form.bad(knock, "signin.wrong"));
        } catch (Refused refused) {
            if (refused.refusal() instanceof CallRefusal.Overloaded) {
                return form.bad(knock, "signin.busy");
            }
            throw refused;
        }
    }

    /// Somebody whose password was right, and who is told more for it.
    private Response known(Knock knock, ConsoleUser user, RequestId request) {
        if (roster.role(uin(user)).isEmpty()) {
            return form.bad(knock, "signin.norole");
        }
        if (user.mustResetPassword()) {
            return form.bad(knock, "signin.reset");
        }
        String back = Way.back(knock.value("back"));
        String locale = knock.shell().words().language().tag();
        return switch (factor.ask(user, locale, knock.request().source(), request)) {
            case Demand.Nothing nothing -> in(knock, user, back);
            case Demand.Unable unable -> form.bad(knock, "signin.unable");
            case Demand.Challenged asked ->
                ConsolePages.redirect(
                        asked.page(),
                        List.of(Cookie.VISITOR.give(held.arrivals().issue(new Arriving(user, asked, back)))));
        };
    }

    /// Back from the challenge, which only who began it here can be.
    private Response returned(Knock knock) {
        Optional<Arriving> arriving = Cookie.VISITOR
                .of(knock.request())
                .flatMap(held.arrivals()::find)
                .filter(one -> one.asked().id().equals(knock.value("challenge")));
        if (arriving.isEmpty()) {
            return form.bad(knock, "signin.expired");
        }
        String code = knock.value("code");
        ConsoleUser user = arriving.get().user();
        boolean shown = !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && factor.shown(
                        user,
                        arriving.get().asked(),
                        Secret.of(code),
                        knock.request().source(),
                        outfit.requestIds().get());
        Cookie.VISITOR.of(knock.request()).ifPresent(held.arrivals()::end);
        if (!shown || !signIns.stands(user)) {
            return form.bad(knock, "signin.unconfirmed");
        }
        return in(knock, user, arriving.get().back());
    }

    private Response in(Knock knock, ConsoleUser user, String back) {
        Cookie.SESSION.of(knock.request()).ifPresent(held.sessions()::end);
        signIns.entered(user, knock.request().source());
        return ConsolePages.redirect(
                back, List.of(Cookie.SESSION.give(held.sessions().issue(user)), Cookie.VISITOR.take()));
    }

    private Response left(Knock knock) {
        Optional<Guest> guest = guest(knock);
        if (guest.isPresent() && !guest.get().believes(knock.value("token"))) {
            return outfit.pages().say(REFUSED, knock.shell(), "foreign");
        }
        Cookie.SESSION.of(knock.request()).ifPresent(held.sessions()::end);
        return ConsolePages.redirect(SIGN_IN + "?out=1", List.of(Cookie.SESSION.take()));
    }

    private static long uin(ConsoleUser user) {
        return user.principal().uin();
    }
}
