package dev.countersign.signin;

import dev.countersign.directory.User;
import dev.countersign.directory.UserStore;
import dev.countersign.password.Passwords;
import dev.countersign.refusal.Refused;
import dev.countersign.signin.ConsoleUserStore.Try;
import dev.countersign.signin.ConsoleUserStore.Verdict;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import dev.countersign.verification.AttemptPolicy;
import dev.countersign.verification.Watch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Lets users sign in with their passwords.
///
/// Whoever asks learns nothing but yes or no: a user that there is not, one that may not log in, a wrong password and a
/// wait of its failures are all answered alike, after the same work. Who tries too often is told to wait, whether the
/// user is there or not.
public final class SignIns {
    /// What failures are counted under, with the principal.
    public static final String AUTHENTICATOR = "password";

    /// The longest password that there can be: a longer one is wrong.
    private static final int LONGEST = 128;

    private final ConsoleUserStore store;
    private final UserStore users;
    private final Passwords passwords;
    private final AttemptPolicy policy;
    private final Surroundings surroundings;

    /// What this needs from outside.
    ///
    /// @param clock the time that waits go by
    /// @param watch whom to tell of attacks
    /// @param decoy a hash of no password, for whom there is none to compare with
    /// @param tries how often passwords are tried
    public record Surroundings(InstantSource clock, Watch watch, Secret decoy, Tries tries) {}

    /// What came of a try.
    public sealed interface Outcome {
        /// It is the password.
        ///
        /// @param user whose
        record Right(ConsoleUser user) implements Outcome {}

        /// Every kind of no.
        record Wrong() implements Outcome {}

        /// Nothing was compared: there were too many tries from there, or for that name.
        ///
        /// @param rest until the next may be made
        record TooMany(Duration rest) implements Outcome {}
    }

    /// @param store keeps what signing in goes by
    /// @param users remembers logins
    /// @param passwords compares passwords
    /// @param policy counts failures
    /// @param surroundings clock, whom to tell, and a decoy
    public SignIns(
            ConsoleUserStore store,
            UserStore users,
            Passwords passwords,
            AttemptPolicy policy,
            Surroundings surroundings) {
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.policy = policy;
        this.surroundings = surroundings;
    }

    /// Compares a password, as one try.
    ///
    /// @param source the address that it came from
    /// @throws Refused with [CallRefusal.Overloaded] when too many are compared already
    public Outcome password(long uin, Secret password, String source, RequestId request) {
        return surroundings
                .tries()
                .admit(source, uin)
                .map(this::heldBack)
                .orElseGet(() -> compared(uin, password, source, request));
    }

    private Outcome heldBack(Duration rest) {
        surroundings.watch().heldBack();
        return new Outcome.TooMany(rest);
    }

    private Outcome compared(long uin, Secret password, String source, RequestId request) {
        Optional<ConsoleUser> user = store.find(uin).filter(ConsoleUser::mayTry);
        Secret hash = user.map(ConsoleUser::passwordHash).orElse(surroundings.decoy());
        boolean bearable = password.reveal().length() <= LONGEST;
        boolean same = passwords.verify(bearable ? password : Secret.of(""), hash);
        Try given = new Try(uin, user, same && bearable && user.isPresent(), source, request);
        Verdict verdict = store.settle(given, policy, surroundings.clock().instant());
        return switch (verdict) {
            case ACCEPTED -> new Outcome.Right(user.orElseThrow());
            case REFUSED -> new Outcome.Wrong();
            case DISABLED -> {
                surroundings.watch().disabled(uin, AUTHENTICATOR);
                yield new Outcome.Wrong();
            }
        };
    }

    /// Remembers that a user has come in.
    public void entered(ConsoleUser user, String source) {
        users.loggedIn(
                user.principal().tenant(),
                user.principal().uin(),
                new User.Login(surroundings.clock().instant(), source));
    }

    /// Who came in as this, as it is now: as long as the user is, may log in, and has the same password.
    public Optional<ConsoleUser> standing(ConsoleUser before) {
        return store.find(before.principal().uin())
                .filter(ConsoleUser::mayTry)
                .filter(now -> now.passwordHash().matches(before.passwordHash()));
    }
}
