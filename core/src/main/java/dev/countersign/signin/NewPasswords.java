package dev.countersign.signin;

import dev.countersign.audit.AuditEntry;
import dev.countersign.directory.ConsolePassword;
import dev.countersign.password.Passwords;
import dev.countersign.refusal.Refused;
import dev.countersign.value.RequestId;
import dev.countersign.value.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeMap;

/// Lets a user who has proven who it is choose its next password, in the place of one that somebody else knows.
public final class NewPasswords {
    private final ConsoleUserStore store;
    private final Passwords passwords;
    private final InstantSource clock;

    /// @param store keeps passwords
    /// @param passwords compares and hashes them
    /// @param clock the time that they are chosen at
    public NewPasswords(ConsoleUserStore store, Passwords passwords, InstantSource clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// What came of it.
    public sealed interface Outcome {
        /// It is the password now.
        ///
        /// @param user as it is from now on
        record Replaced(ConsoleUser user) implements Outcome {}

        /// It is against the rules, see [ConsolePassword].
        record Weak() implements Outcome {}

        /// It is the one that is to be replaced.
        record Same() implements Outcome {}

        /// The user was given another meanwhile, may no longer log in, or is gone.
        record TooLate() implements Outcome {}
    }

    /// Replaces a password, at most once for each that a user had.
    ///
    /// @param user as it signed in
    /// @param source the address that it came from
    /// @throws Refused with [CallRefusal.Overloaded] when too many are hashed already
    public Outcome choose(ConsoleUser user, Secret wanted, String source, RequestId request) {
        if (!ConsolePassword.strong(wanted)) {
            return new Outcome.Weak();
        }
        if (passwords.verify(wanted, user.passwordHash())) {
            return new Outcome.Same();
        }
        String hash = passwords.hash(wanted);
        return store.replace(user, hash, entry(user, clock.instant(), source, request))
                ? new Outcome.Replaced(new ConsoleUser(user.principal(), true, false, Secret.of(hash)))
                : new Outcome.TooLate();
    }

    private static AuditEntry entry(ConsoleUser user, Instant now, String source, RequestId request) {
        long uin = user.principal().uin();
        return new AuditEntry(
                now,
                user.principal().tenant(),
                uin,
                "",
                source,
                request.text(),
                "password.replaced",
                AuditEntry.principal(uin),
                new TreeMap<>());
    }
}
