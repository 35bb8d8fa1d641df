package dev.countersign.server.console.signin;

import dev.countersign.gateway.codec.Form;
import dev.countersign.gateway.wire.Response;
import dev.countersign.server.console.Door;
import dev.countersign.server.console.Route;
import dev.countersign.server.console.guest.Guest;
import dev.countersign.server.console.guest.Role;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.signin.Entrance.Step;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Lets in who has signed in: with a password, and with what the user's protection demands at a login. A session ends
/// with its time, by signing out, and when the user is deleted, may no longer log in, or has another password.
public final class SignInDoor implements Door {
    private static final String SIGN_IN = "/console/signin";
    private static final int REFUSED = 403;
    private static final int NO_FORM = 405;

    private final Proving proving;
    private final Roster roster;
    private final Held held;
    private final Outfit outfit;
    private final Map<String, Desk> desks = new LinkedHashMap<>();

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

    /// One page of the door, which needs no session.
    ///
    /// @param shows answers who looks
    /// @param takes answers a form; empty where none is taken
    private record Desk(Function<Knock, Response> shows, Optional<Function<Knock, Response>> takes) {}

    /// @param proving what each step is proven by
    /// @param roster who has which role
    /// @param held what browsers hold
    /// @param outfit pages, randomness, request ids
    public SignInDoor(Proving proving, Roster roster, Held held, Outfit outfit) {
        this.proving = proving;
        this.roster = roster;
        this.held = held;
        this.outfit = outfit;
        Entrance entrance = new Entrance(proving, roster, held.arrivals(), outfit);
        desks.put("signin", new Desk(entrance::begun, Optional.of(knock -> after(knock, entrance.tried(knock)))));
        desks.put("signin/return", new Desk(knock -> after(knock, entrance.returned(knock)), Optional.empty()));
        desks.put(
                "signin/password",
                new Desk(entrance::choosing, Optional.of(knock -> after(knock, entrance.chosen(knock)))));
        desks.put("signout", new Desk(knock -> ConsolePages.redirect("/console", List.of()), Optional.of(this::left)));
    }

    @Override
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        desks.forEach((path, desk) -> {
            routes.add(new Route("GET", "/console/" + path, Optional.empty()));
            desk.takes().ifPresent(form -> routes.add(new Route("POST", "/console/" + path, Optional.empty())));
        });
        return List.copyOf(routes);
    }

    @Override
    public Passage open(Knock knock) {
        return Optional.ofNullable(desks.get(String.join("/", knock.path())))
                .<Passage>map(desk -> new Answered(at(desk, knock)))
                .or(() -> guest(knock).map(Entered::new))
                .orElseGet(() -> new Answered(sent(knock)));
    }

    private Response at(Desk desk, Knock knock) {
        return knock.posted()
                ? desk.takes()
                        .map(form -> form.apply(knock))
                        .orElseGet(() -> outfit.pages().say(NO_FORM, knock.shell(), "method"))
                : desk.shows().apply(knock);
    }

    /// Who holds a session that still stands. What a page asks for by itself keeps none alive.
    private Optional<Guest> guest(Knock knock) {
        Tickets<ConsoleUser> sessions = held.sessions();
        return Cookie.SESSION
                .of(knock.request())
                .flatMap(ticket -> (knock.attended() ? sessions.find(ticket) : sessions.look(ticket))
                        .filter(user -> stands(user, ticket))
                        .flatMap(user -> roster.role(uin(user)).map(role -> guest(user, role, ticket))));
    }

    private boolean stands(ConsoleUser user, Secret ticket) {
        boolean stands = proving.signIns().standing(user).isPresent();
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

    private Response after(Knock knock, Step step) {
        return switch (step) {
            case Step.Shown shown -> shown.response();
            case Step.Let let -> in(knock, let.user(), let.back());
        };
    }

    private Response in(Knock knock, ConsoleUser user, String back) {
        Cookie.SESSION.of(knock.request()).ifPresent(held.sessions()::end);
        proving.signIns().entered(user, knock.request().source());
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
