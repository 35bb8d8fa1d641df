package dev.countersign.server.console.signin;

import dev.countersign.gateway.wire.Response;
import dev.countersign.refusal.CallRefusal;
import dev.countersign.refusal.Refused;
import dev.countersign.server.console.Door.Knock;
import dev.countersign.server.console.html.ConsolePages;
import dev.countersign.server.console.html.Way;
import dev.countersign.server.console.signin.Arriving.Before;
import dev.countersign.server.console.signin.SecondFactor.Demand;
import dev.countersign.signin.ConsoleUser;
import dev.countersign.signin.NewPasswords;
import dev.countersign.signin.SignIns;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The steps of a sign-in, in their order: the password, what the user's protection demands at a login, and another
/// password where that one must be replaced. Who took the last one is let in; until then there is no session.
final class Entrance {
    static final String NEW_PASSWORD = "/console/signin/password";
    private static final int LONGEST_CODE = 512;

    private final Proving proving;
    private final Roster roster;
    private final Tickets<Arriving> arrivals;
    private final SignInDoor.Outfit outfit;
    private final SignInForm form;
    private final NewPasswordForm chooses;

    /// @param proving what each step is proven by
    /// @param roster who has which role
    /// @param arrivals users on the way in
    /// @param outfit pages, randomness, request ids
    Entrance(Proving proving, Roster roster, Tickets<Arriving> arrivals, SignInDoor.Outfit outfit) {
        this.proving = proving;
        this.roster = roster;
        this.arrivals = arrivals;
        this.outfit = outfit;
        this.form = new SignInForm(outfit.pages(), outfit.random());
        this.chooses = new NewPasswordForm(outfit.pages());
    }

    /// What came of a step.
    sealed interface Step {
        /// This is shown, and nobody is in.
        record Shown(Response response) implements Step {}

        /// It was the last one.
        record Let(ConsoleUser user, String back) implements Step {}
    }

    /// The form that everything begins with.
    Response begun(Knock knock) {
        return form.empty(knock);
    }

    /// The form of somebody who holds the cookie that it was made for.
    Step tried(Knock knock) {
        if (!form.believes(knock)) {
            return new Step.Shown(form.bad(knock, "signin.expired"));
        }
        String uin = knock.value("uin").strip();
        if (!uin.matches("[1-9][0-9]{0,17}")) {
            return new Step.Shown(form.noUin(knock));
        }
        RequestId request = outfit.requestIds().get();
        try {
            SignIns.Outcome outcome = proving.signIns()
                    .password(
                            Long.parseLong(uin),
                            Secret.of(knock.value("password")),
                            knock.request().source(),
                            request);
            return switch (outcome) {
                case SignIns.Outcome.Right right -> known(knock, right.user(), request);
                case SignIns.Outcome.Wrong wrong -> new Step.Shown(form.bad(knock, "signin.wrong"));
                case SignIns.Outcome.TooMany many -> new Step.Shown(form.tooMany(knock, new Rest(many.rest())));
            };
        } catch (Refused refused) {
            if (refused.refusal() instanceof CallRefusal.Overloaded(Duration after)) {
                return new Step.Shown(form.busy(knock, new Rest(after)));
            }
            throw refused;
        }
    }

    /// Somebody whose password was right, and who is told more for it.
    private Step known(Knock knock, ConsoleUser user, RequestId request) {
        if (roster.role(user.principal().uin()).isEmpty()) {
            return new Step.Shown(form.bad(knock, "signin.norole"));
        }
        String back = Way.back(knock.value("back"));
        String locale = knock.shell().words().language().tag();
        return switch (proving.factor().ask(user, locale, knock.request().source(), request)) {
            case Demand.Nothing nothing -> proven(user, back);
            case Demand.Unable unable -> new Step.Shown(form.bad(knock, "signin.unable"));
            case Demand.Challenged asked -> sent(asked.page(), new Arriving(user, new Before.Challenge(asked), back));
        };
    }

    /// Somebody who has shown all that is asked for.
    private Step proven(ConsoleUser user, String back) {
        return user.mustResetPassword()
                ? sent(NEW_PASSWORD, new Arriving(user, new Before.NewPassword(), back))
                : new Step.Let(user, back);
    }

    /// Each step is known by a ticket of its own.
    private Step sent(String page, Arriving arriving) {
        return new Step.Shown(ConsolePages.redirect(page, List.of(Cookie.VISITOR.give(arrivals.issue(arriving)))));
    }

    /// Back from the challenge, which only who began it here can be.
    Step returned(Knock knock) {
        Optional<Arriving> arriving = arriving(knock);
        if (arriving.isEmpty()
                || !(arriving.get().before() instanceof Before.Challenge(Demand.Challenged asked))
                || !asked.id().equals(knock.value("challenge"))) {
            return new Step.Shown(form.bad(knock, "signin.expired"));
        }
        String code = knock.value("code");
        ConsoleUser user = arriving.get().user();
        boolean shown = !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && proving.factor()
                        .shown(
                                user,
                                asked,
                                Secret.of(code),
                                knock.request().source(),
                                outfit.requestIds().get());
        end(knock);
        return (shown ? proving.signIns().standing(user) : Optional.<ConsoleUser>empty())
                .map(now -> proven(now, arriving.get().back()))
                .orElseGet(() -> new Step.Shown(form.bad(knock, "signin.unconfirmed")));
    }

    /// The form to choose another password with, for who has shown everything else.
    Response choosing(Knock knock) {
        return choosing(arriving(knock))
                .map(arriving -> chooses.empty(knock, arriving))
                .orElseGet(() -> form.bad(knock, "signin.expired"));
    }

    private static Optional<Arriving> choosing(Optional<Arriving> arriving) {
        return arriving.filter(one -> one.before() instanceof Before.NewPassword);
    }

    /// The password that was chosen.
    Step chosen(Knock knock) {
        Optional<Arriving> arriving = choosing(arriving(knock));
        if (arriving.isEmpty() || !form.believes(knock)) {
            return new Step.Shown(form.bad(knock, "signin.expired"));
        }
        Arriving one = arriving.get();
        String wanted = knock.value("password");
        if (!wanted.equals(knock.value("again")) && !wanted.isEmpty()) {
            return new Step.Shown(chooses.notTheSame(knock, one));
        }
        try {
            NewPasswords.Outcome outcome = proving.newPasswords()
                    .choose(
                            one.user(),
                            Secret.of(wanted),
                            knock.request().source(),
                            outfit.requestIds().get());
            return switch (outcome) {
                case NewPasswords.Outcome.Weak weak ->
                    new Step.Shown(chooses.wrong(knock, one, wanted.isEmpty() ? "choose.empty" : "choose.weak"));
                case NewPasswords.Outcome.Same same -> new Step.Shown(chooses.wrong(knock, one, "choose.same"));
                case NewPasswords.Outcome.TooLate late -> {
                    end(knock);
                    yield new Step.Shown(form.bad(knock, "signin.expired"));
                }
                case NewPasswords.Outcome.Replaced replaced -> {
                    end(knock);
                    yield new Step.Let(replaced.user(), one.back());
                }
            };
        } catch (Refused refused) {
            if (refused.refusal() instanceof CallRefusal.Overloaded(Duration after)) {
                return new Step.Shown(chooses.busy(knock, one, new Rest(after)));
            }
            throw refused;
        }
    }

    private Optional<Arriving> arriving(Knock knock) {
        return Cookie.VISITOR.of(knock.request()).flatMap(arrivals::find);
    }

    private void end(Knock knock) {
        Cookie.VISITOR.of(knock.request()).ifPresent(arrivals::end);
    }
}
